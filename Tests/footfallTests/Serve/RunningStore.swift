import FootfallTestSupport
import Foundation
import Testing

/// A `footfall serve` at work, in a folder of its own.
struct RunningStore {
  let folder: TemporaryFolder
  let program: RunningProgram
  /// The port of 127.0.0.1.
  let port: Int
  /// The administrator's one-time password.
  let password: String

  /// Starts the program with the text of a scene file and waits for its address.
  init(
    _ scene: String, in folder: TemporaryFolder, flags: [String] = [], environment: [String: String] = [:],
    models: URL = SharedData.models
  ) async throws {
    self.folder = folder
    _ = try folder.write(scene, to: "store.yaml")
    let program = try RunningProgram(
      ["serve", "--config", "store.yaml", "--listen", "127.0.0.1:0"] + flags,
      environment: environment.merging(["FOOTFALL_MODELS": models.path]) { $1 }, in: folder.url)
    let mark = "the dashboard is at http://127.0.0.1:"
    try #require(await program.wait { program.errorOutput.contains(mark) }, "\(program.errorOutput)")
    let output = program.errorOutput
    self.program = program
    port = try #require(Int(Self.after(mark, in: output).prefix { $0.isNumber }))
    password = String(Self.after("one-time password ", in: output).prefix { !$0.isNewline })
  }

  private static func after(_ mark: String, in text: String) -> Substring {
    text.firstRange(of: mark).map { text[$0.upperBound...] } ?? ""
  }

  /// The processes of its workers, by the command that makes them one.
  func workers(_ command: String) throws -> [Int32] {
    try Self.processes(command).filter { Self.parent(of: $0) == program.identifier }
  }

  /// A number that it measures, by name and labels as in `/metrics`; nil where there is none.
  func measure(_ name: String) async throws -> Double? {
    let answer = try await LoopbackClient.send("GET", "/metrics", port: port)
    try #require(answer.status == 200, "\(answer.text)")
    let line = answer.text.split(separator: "\n").first { $0.hasPrefix(name + " ") }
    return line.flatMap { Double($0.dropFirst(name.count + 1)) }
  }

  /// Waits until a number that it measures is as wanted.
  func wait(seconds: Double, for name: String, _ isWanted: (Double) -> Bool) async throws -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      if let value = try? await measure(name), isWanted(value) { return true }
      try await Task.sleep(for: .milliseconds(100))
    }
    return false
  }

  /// Waits until it has told something on standard error.
  func says(_ text: String, within seconds: Double) async -> Bool {
    await program.wait(limit: .seconds(seconds)) { [program] in program.errorOutput.contains(text) }
  }

  /// Sends a signal and waits for the end.
  func end(_ signal: Int32 = SIGTERM) async throws -> BuiltProgram.Outcome {
    program.send(signal)
    return try await program.end(limit: .seconds(10))
  }

  private static func processes(_ command: String) throws -> [Int32] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int32($0) }.filter {
      let line = try? Data(contentsOf: URL(fileURLWithPath: "/proc/\($0)/cmdline"))
      return line.map {
        String(decoding: $0, as: UTF8.self).split(separator: "\0").dropFirst().first == Substring(command)
      }
        ?? false
    }
  }

  private static func parent(of process: Int32) -> Int32? {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("PPid:") }
    return line.flatMap { Int32($0.dropFirst("PPid:".count).trimmingCharacters(in: .whitespaces)) }
  }
}
