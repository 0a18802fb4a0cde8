internal import Dispatch
internal import FootfallCore
public import Foundation

/// A `footfall` that is at work: it can be watched, sent a signal and waited for.
///
///     let program = try RunningProgram(["analyze", "film.y4m", "--out", "results"])
///     try await program.wait { program.errorOutput.contains("warning") }
///     program.send(SIGINT)
///     let outcome = try await program.end(limit: .seconds(1))
///
/// Killed when the last reference to it goes.
public final class RunningProgram: @unchecked Sendable {
  // @unchecked: `process` is started before anybody else sees it, and then only asked for its number and its end;
  // the semaphore orders its end before the answers.

  private let process = Process()
  private let scratch: TemporaryFolder
  private let output: URL
  private let errors: URL
  private let ended = DispatchSemaphore(value: 0)
  private let start = ContinuousClock.now

  /// Starts the program.
  /// - Parameters:
  ///   - arguments: the command line without the program's name.
  ///   - environment: variables that are added to those of the tests.
  ///   - folder: the working directory; that of the tests where none is given.
  ///   - kilobytes: of address space that the program may take; nil for no limit.
  /// - Throws: what `Process` throws when the program can't be started.
  public init(
    _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil, kilobytes: Int? = nil
  ) throws {
    // Files rather than pipes: a full pipe would stop the program while nobody reads.
    scratch = try TemporaryFolder()
    output = try scratch.write("", to: "output")
    errors = try scratch.write("", to: "errors")
    if let kilobytes {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments =
        ["-c", "ulimit -v \(kilobytes); exec \"$0\" \"$@\"", BuiltProgram.url.path] + arguments
    } else {
      process.executableURL = BuiltProgram.url
      process.arguments = arguments
    }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = folder }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.run()
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// Its number, as the system knows it.
  public var identifier: Int32 { process.processIdentifier }

  /// What the program has written on standard error so far.
  public var errorOutput: String { Self.text(errors) }

  /// What the program has printed so far.
  public var standardOutput: String { Self.text(output) }

  /// Sends a signal.
  public func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits until `condition` holds.
  /// - Returns: whether it does; false when the program has ended, or the limit has passed, without it.
  public func wait(limit: Duration = .seconds(30), until condition: @escaping @Sendable () -> Bool) async
    -> Bool
  {
    await Self.offTheCooperativePool { [self] in
      let deadline = DispatchTime.now() + limit.inSeconds
      while !condition() {
        guard DispatchTime.now() < deadline else { return false }
        if ended.wait(timeout: .now() + .milliseconds(2)) == .success {
          ended.signal()
          return condition()
        }
      }
      return true
    }
  }

  /// Waits for the end of the program; one that runs past the limit is killed.
  public func end(limit: Duration) async throws -> BuiltProgram.Outcome {
    let (isTimedOut, end) = await Self.offTheCooperativePool { [self] in
      let isTimedOut = ended.wait(timeout: .now() + limit.inSeconds) == .timedOut
      if isTimedOut {
        kill(process.processIdentifier, SIGKILL)
        ended.wait()
      }
      ended.signal()
      return (isTimedOut, ContinuousClock.now)
    }
    return BuiltProgram.Outcome(
      output: Self.text(output), errorOutput: Self.text(errors),
      status: process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0),
      isTimedOut: isTimedOut, life: end - start)
  }

  private static func text(_ file: URL) -> String {
    String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self)
  }

  /// Waiting for the program blocks a thread.
  private static func offTheCooperativePool<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async
    -> Result
  {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: work()) }
    }
  }
}
