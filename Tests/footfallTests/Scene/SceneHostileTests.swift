import FootfallTestSupport
import Foundation
import Testing

@testable import footfall

@Suite("Hostile scene files")
struct SceneHostileTests {
  private func message(of text: String) -> String? {
    do throws(SceneError) {
      _ = try SceneFile(text: text, path: "scene.yaml")
      return nil
    } catch {
      return error.description
    }
  }

  @Test("A file with random bytes changed is read or refused", arguments: [1, 2, 3, 4] as [UInt64])
  func mutations(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let original = Array(try documentedScene().utf8)
    let alphabet = Array("[]{}:,-&*!|>'\"#%@`? \n\t\\0159.~eEx\r\u{0}\u{7F}é".utf8)
    var refused = 0
    for _ in 0..<400 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(alphabet[Int.random(in: 0..<alphabet.count, using: &random)], at: index)
        default: bytes.removeSubrange(index..<min(bytes.count, index + 20))
        }
      }
      let message = message(of: String(decoding: bytes, as: UTF8.self))
      if let message {
        refused += 1
        #expect(message.hasPrefix("scene.yaml:") && !message.contains("\n"), "seed \(seed): \(message)")
      }
    }
    #expect(refused > 100, "seed \(seed)")
  }

  @Test("A file cut off at any byte is read or refused")
  func prefixes() throws {
    let bytes = Array(try documentedScene().utf8)
    for count in 0..<bytes.count { _ = message(of: String(decoding: bytes.prefix(count), as: UTF8.self)) }
  }

  @Test("A tree of aliases that would grow without bound is refused at its first alias")
  func aliasBomb() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1..<60 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(
      message(of: text + "? *a59\n: 1\n")
        == "scene.yaml:2:10: an alias of YAML (*name) is not supported; write the value out instead")
  }

  @Test("Deep nesting is refused", arguments: ["[", "{a: ", "- "])
  func nesting(opening: String) {
    let text = message(of: String(repeating: opening, count: 100_000))
    #expect(text?.hasSuffix("not valid YAML: nested more than 1000 levels deep") == true)
  }

  @Test("A file of more than a mebibyte is refused")
  func size() {
    #expect(
      message(of: "#" + String(repeating: " ", count: 1 << 20))
        == "scene.yaml: the file is larger than 1048576 bytes, the most allowed")
  }

  @Test("A polygon of more corners than allowed is refused before its edges are compared")
  func corners() {
    let corners = (0..<50_000).map { "[\($0), 0]" }.joined(separator: ", ")
    let text = "version: 1\ntimezone: UTC\ncameras: [{id: a, zones: [{id: z, polygon: [\(corners)]}]}]\n"
    #expect(message(of: text) == "scene.yaml:3:44: zone 'z' has 50000 corners; allowed: 3 to 1000")
  }
}

@Suite("Scene files on disk")
struct SceneDiskTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("scene-\(UUID().uuidString)")

  private func error(reading path: String) -> SceneError? {
    do throws(SceneError) {
      _ = try SceneFile(contentsOfFile: path)
      return nil
    } catch {
      return error
    }
  }

  @Test("An absent file and a folder are no input")
  func absent() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let missing = error(reading: folder.path + "/none.yaml")
    #expect(missing?.description == "\(folder.path)/none.yaml: no such file; expected a scene file (YAML)")
    #expect(missing?.status == .noInput)
    let directory = error(reading: folder.path)
    #expect(directory?.description == "\(folder.path): is a folder; expected a scene file (YAML)")
    #expect(directory?.status == .noInput)
  }

  @Test("A file is read as its text is, and a byte that is no text is told by its place")
  func reading() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("scene.yaml")
    try Data(documentedScene().utf8).write(to: file)
    #expect(error(reading: file.path) == nil)
    try Data("version: 1\nstore: caf".utf8 + [0xE9, 0x0A]).write(to: file)
    #expect(error(reading: file.path)?.description == "\(file.path):2:11: not text in UTF-8")
    try Data(repeating: 0x20, count: (1 << 20) + 1).write(to: file)
    #expect(
      error(reading: file.path)?.description
        == "\(file.path): the file is larger than 1048576 bytes, the most allowed")
  }
}
