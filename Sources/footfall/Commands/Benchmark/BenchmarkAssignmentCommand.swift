import ArgumentParser
import FootfallCore
import FootfallLayout

struct BenchmarkAssignmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qap",
    abstract: "Solves a quadratic assignment instance of QAPLIB.",
    discussion: """
      The file holds the size n and two matrices A and B of n × n numbers. The permutation p makes the cost, the sum of \
      A[i][k] · B[p(i)][p(k)], small; up to size \(AssignmentSearch.provedPlaces) it is proved that none costs less. The \
      search also ends where several of its starts come to the same cost and none below.

      Example:
        footfall benchmark qap nug30.dat --time-limit 10 --json
      """)

  @Argument(help: ArgumentHelp("The instance.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("How long to search.", valueName: "seconds"))
  var timeLimit = 10.0

  @Option(help: ArgumentHelp("For the starts of the search.", valueName: "number"))
  var seed: UInt64 = 1

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var log: LogOptions

  func validate() throws { try SearchOptions.check(timeLimit: timeLimit) }

  func run() throws {
    let start = ContinuousClock.now
    let deadline = start + .seconds(timeLimit)
    let search = AssignmentSearch(try problem(), starts: .max)
    guard let answer = search.run(seed: seed, isOver: { ContinuousClock.now >= deadline }) else {
      throw CommandError("cannot solve \(file): no assignment is allowed", .internal)
    }
    let report = Report(answer, seconds: (ContinuousClock.now - start).inSeconds)
    if json { try StandardOutput.write(json: report) } else { try StandardOutput.write(table: report.table) }
  }

  private func problem() throws -> QuadraticAssignment {
    let bytes = try InputFile.bytes(at: file)
    do throws(AssignmentInstance.Fault) {
      return try AssignmentInstance.problem(reading: bytes)
    } catch {
      throw CommandError("cannot read the instance: \(file):\(error.line): \(error)", .badData)
    }
  }

  /// What is printed.
  private struct Report: Encodable {
    let cost: Double
    /// From 1.
    let permutation: [Int]
    let bound: Double
    let status: String
    let seconds: Double

    init(_ answer: AssignmentSearch.Answer, seconds: Double) {
      cost = answer.best[0].cost
      permutation = answer.best[0].placeOfThing.map { $0 + 1 }
      bound = answer.bound
      status = answer.isProved ? "optimal" : "feasible"
      self.seconds = seconds
    }

    var table: [(name: String, value: String, meaning: String)] {
      [
        ("cost", cost.fixed(cost == cost.rounded() ? 0 : 6), "the best assignment found"),
        ("bound", bound.fixed(1), "no assignment costs less"),
        ("status", status, ""),
        ("time", seconds.fixed(2), "seconds"),
        ("permutation", permutation.map(String.init).joined(separator: " "), ""),
      ]
    }
  }
}
