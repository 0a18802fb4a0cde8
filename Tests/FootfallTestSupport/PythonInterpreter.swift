internal import Foundation

/// Python, for oracles that are not ours: the one named by `FOOTFALL_PYTHON`, or `python3`.
public enum PythonInterpreter {
  private static let name = ProcessInfo.processInfo.environment["FOOTFALL_PYTHON"] ?? "python3"

  /// Whether it can import a package; prints why the test is skipped where not.
  public static func has(_ package: String) -> Bool {
    if let outcome = try? run("import \(package)", []), outcome.status == 0 { return true }
    print("skipped: \(name) has no package \(package); FOOTFALL_PYTHON may name one that has")
    return false
  }

  /// Runs a script to its end.
  /// - Returns: its exit status, and what it printed on both streams.
  /// - Throws: when it can't be started.
  public static func run(_ script: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name, "-c", script] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}
