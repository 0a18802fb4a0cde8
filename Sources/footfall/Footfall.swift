import ArgumentParser
import FootfallVision
import Foundation

@main
struct Footfall: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "footfall",
    abstract: "Counts people, times their stay and maps where they stand, from camera footage.",
    discussion: """
      Example:
        footfall analyze door.mp4 --scene store.yaml --out results
      """,
    version: Generator.version,
    subcommands: [
      AdviseCommand.self, AnalyzeCommand.self, StaffCommand.self, RecomputeCommand.self, ExportCommand.self,
      HeatmapCommand.self, ForecastCommand.self, RequirementsCommand.self, ScheduleCommand.self,
      CheckCommand.self, LayoutCommand.self,
      AuditCommand.self, EvaluateCommand.self, BenchmarkCommand.self, ModelsCommand.self, DoctorCommand.self,
      ServeCommand.self, BackupCommand.self, RestoreCommand.self, SimulateCommand.self,
      CameraWorkerCommand.self, DetectorWorkerCommand.self,
    ] + MemberCommands.ofFootfall)

  /// Opens nothing in place of closed standard streams, so that no file of ours gets their numbers and with them the
  /// program's messages.
  ///
  /// Opened for reading alone: results that cannot be printed are an error.
  private static func occupyStandardDescriptors() {
    for descriptor in 0...2 where fcntl(Int32(descriptor), F_GETFD) == -1 { _ = open("/dev/null", O_RDONLY) }
  }

  static func main() async {
    ProcessClock.start()
    occupyStandardDescriptors()
    ProcessMemory.shareHeaps()
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
