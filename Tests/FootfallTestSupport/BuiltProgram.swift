public import Foundation

/// The built `footfall`, run as users run it.
public enum BuiltProgram {
  /// What a run of the program left behind.
  public struct Outcome: Sendable {
    /// Standard output as text.
    public let output: String
    /// Standard error as text.
    public let errorOutput: String
    /// The exit status; 128 + the signal's number when a signal ended the program.
    public let status: Int32
    /// Whether the program was killed because it ran past the limit.
    public let isTimedOut: Bool
    /// From its start to its end.
    public let life: Duration
  }

  /// The program in the build folder, beside the bundle of tests.
  public static let url: URL = {
    let bundle = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return bundle.resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("footfall")
  }()

  /// As many at a time as there are processors.
  private static let turnstile = Turnstile(places: max(2, ProcessInfo.processInfo.activeProcessorCount))

  /// Runs the program to its end, once there is a processor for it.
  /// - Parameters:
  ///   - arguments: the command line without the program's name.
  ///   - environment: variables that are added to those of the tests.
  ///   - folder: the working directory; that of the tests where none is given.
  ///   - limit: how long the program may run before it is killed.
  /// - Throws: what `Process` throws when the program can't be started.
  public static func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil,
    limit: Duration = .seconds(60)
  ) async throws -> Outcome {
    try await turnstile.pass {
      try await RunningProgram(arguments, environment: environment, in: folder).end(limit: limit)
    }
  }
}
