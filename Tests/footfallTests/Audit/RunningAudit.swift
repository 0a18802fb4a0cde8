import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

/// A `footfall audit` at work on a film of three seconds, ten frames a second, in a folder of its own.
struct RunningAudit {
  static let scene = """
    version: 1
    timezone: UTC
    cameras:
      - id: door
        lines:
          - {id: entrance, from: [32, 0], to: [32, 48], kind: entrance}
          - {id: back, from: [0, 20], to: [64, 20], swap: true}

    """

  let folder: TemporaryFolder
  let program: RunningProgram
  /// The port of 127.0.0.1 and the path of the page, token included.
  let port: Int
  let page: String

  /// Writes film and scene.
  static func prepare(_ folder: TemporaryFolder) throws {
    let film = RawFootage.y4m(size: PixelSize(width: 64, height: 48), framesPerSecond: 10, frames: 30)
    try film.write(to: folder.url.appendingPathComponent("film.y4m"))
    _ = try folder.write(scene, to: "scene.yaml")
  }

  /// Starts the program and waits for its address.
  init(in folder: TemporaryFolder, flags: [String] = []) async throws {
    self.folder = folder
    let program = try RunningProgram(
      ["audit", "film.y4m", "--scene", "scene.yaml", "--out", "crossings.csv"] + flags, in: folder.url)
    try #require(
      await program.wait { program.standardOutput.hasSuffix("\n") }, "\(program.errorOutput)")
    let address = program.standardOutput.dropLast()
    self.program = program
    try #require(address.hasPrefix("http://127.0.0.1:"))
    let rest = address.dropFirst("http://127.0.0.1:".count)
    let slash = try #require(rest.firstIndex(of: "/"))
    port = try #require(Int(rest[..<slash]))
    page = String(rest[slash...])
  }

  /// Asks for a path below the page.
  func send(_ method: String, _ path: String, body: String = "") async throws -> LoopbackClient.Answer {
    try await LoopbackClient.send(method, page + path, port: port, body: body)
  }

  /// What the file holds.
  func crossings() throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent("crossings.csv"), encoding: .utf8)
  }

  /// Sends a signal and waits for the end.
  func end(_ signal: Int32 = SIGINT) async throws -> BuiltProgram.Outcome {
    program.send(signal)
    return try await program.end(limit: .seconds(10))
  }
}

/// The marks in an answer to a change.
struct MarksAnswer: Decodable {
  struct Mark: Decodable, Equatable {
    let id: Int
    let line: String
    let direction: String
    let seconds: Double
  }

  let id: Int?
  let marks: [Mark]

  init(_ answer: LoopbackClient.Answer) throws {
    try #require(answer.status == 200, "\(answer.text)")
    self = try JSONDecoder().decode(Self.self, from: answer.body)
  }
}
