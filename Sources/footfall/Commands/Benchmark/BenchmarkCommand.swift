import ArgumentParser

struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Solves public benchmark instances, so that the solvers can be compared with others.",
    discussion: """
      Example:
        footfall benchmark nrp Instance3.txt --time-limit 20 --json
      """,
    subcommands: [
      BenchmarkRosterCommand.self, BenchmarkRetailCommand.self, BenchmarkAssignmentCommand.self,
    ])
}
