internal import Dispatch
internal import FootfallCore
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
  }

  /// The program in the build folder, beside the bundle of tests.
  public static let url: URL = {
    let bundle = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return bundle.resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("footfall")
  }()

  /// Runs the program to its end.
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
    // Off the cooperative pool: waiting for the program blocks a thread.
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(
          with: Result { try runBlocking(arguments, environment: environment, folder: folder, limit: limit) })
      }
    }
  }

  private static func runBlocking(
    _ arguments: [String], environment: [String: String], folder: URL?, limit: Duration
  ) throws -> Outcome {
    // Files rather than pipes: a full pipe would stop the program while nobody reads.
    let scratch = try TemporaryFolder()
    let output = try scratch.write("", to: "output")
    let errorOutput = try scratch.write("", to: "errors")
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = folder }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errorOutput)

    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    let isTimedOut = ended.wait(timeout: .now() + limit.inSeconds) == .timedOut
    if isTimedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
    }
    return Outcome(
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errorOutput: String(decoding: try Data(contentsOf: errorOutput), as: UTF8.self),
      status: process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0),
      isTimedOut: isTimedOut)
  }
}
