import ArgumentParser

@main
struct Footfall: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "footfall",
    abstract: "Counts people, times their stay and maps where they stand, from camera footage.",
    version: Generator.version,
    subcommands: [
      AnalyzeCommand.self, ExportCommand.self, EvaluateCommand.self, ModelsCommand.self, DoctorCommand.self,
    ])

  static func main() async {
    ProcessClock.start()
    do {
      var command = try await asyncParseAsRoot(nil)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }
}
