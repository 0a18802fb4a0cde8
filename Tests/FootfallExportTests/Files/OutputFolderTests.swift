import FootfallExport
import FootfallTestSupport
import Foundation
import Testing

@Suite struct OutputFolderTests {
  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func text(_ folder: URL, _ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("Results appear only when they are published, and all of them")
  func publication() throws {
    let temporary = try TemporaryFolder()
    let target = temporary.url.appendingPathComponent("a/b")
    let folder = try OutputFolder(at: target.path)
    let stream = try folder.stream(named: "events.jsonl")
    for number in 0..<30_000 {
      try stream.append {
        $0.append(number); $0.append(literal: "\n")
      }
    }
    try folder.write(Array("{}".utf8), named: "report.json")
    let picture = try folder.stagedPath(named: "heatmap.png")
    try Data("png".utf8).write(to: URL(fileURLWithPath: picture))
    #expect(try names(in: target).allSatisfy { $0.hasPrefix(".") })
    try folder.publish()
    #expect(try names(in: target) == ["events.jsonl", "heatmap.png", "report.json"])
    let expected = (0..<30_000).map { "\($0)\n" }.joined()
    #expect(try text(target, "events.jsonl") == expected)
  }

  @Test("A run that fails leaves the results of the one before as they are, and nothing of its own")
  func failure() throws {
    let temporary = try TemporaryFolder()
    _ = try temporary.write("old", to: "report.json")
    do {
      let folder = try OutputFolder(at: temporary.url.path)
      try folder.write(Array("new".utf8), named: "report.json")
    }
    #expect(try names(in: temporary.url) == ["report.json"])
    #expect(try text(temporary.url, "report.json") == "old")
    let folder = try OutputFolder(at: temporary.url.path)
    try folder.write(Array("new".utf8), named: "report.json")
    try folder.publish()
    #expect(try text(temporary.url, "report.json") == "new")
  }

  @Test("A file that is replaced keeps its mode", arguments: [0o600, 0o640, 0o666])
  func mode(_ mode: Int) throws {
    let temporary = try TemporaryFolder()
    let file = try temporary.write("old", to: "store.yaml")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    let folder = try OutputFolder(at: temporary.url.path)
    try folder.write(Array("new".utf8), named: "store.yaml")
    try folder.publish()
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == mode)
    #expect(try text(temporary.url, "store.yaml") == "new")
  }

  @Test("Folders that were made for results go with them when the run fails")
  func createdFolders() throws {
    let temporary = try TemporaryFolder()
    let folder = try OutputFolder(at: temporary.url.appendingPathComponent("a/b").path)
    try folder.write([1], named: "report.json")
    folder.discard()
    #expect(try names(in: temporary.url) == [])
  }

  @Test("What a killed run left behind is removed by the next one, a living run's is not")
  func abandoned() throws {
    let temporary = try TemporaryFolder()
    let living = try OutputFolder(at: temporary.url.path)
    try living.write([1], named: "report.json")
    let dead = temporary.url.appendingPathComponent(".footfall-partial-dead")
    try FileManager.default.createDirectory(at: dead, withIntermediateDirectories: true)
    try Data("half".utf8).write(to: dead.appendingPathComponent("events.jsonl"))
    let next = try OutputFolder(at: temporary.url.path)
    #expect(!FileManager.default.fileExists(atPath: dead.path))
    next.discard()
    try living.publish()
    #expect(try names(in: temporary.url) == ["report.json"])
  }

  @Test("A folder that can't be made or written is named with the reason")
  func unwritable() throws {
    let temporary = try TemporaryFolder()
    let file = try temporary.write("", to: "file")
    let inFile = file.appendingPathComponent("out").path
    let error = #expect(throws: ExportError.self) { try OutputFolder(at: inFile) }
    #expect(error?.kind == .unwritable)
    #expect(error?.description == "cannot create \(inFile): not a directory")
    let nowhere = #expect(throws: ExportError.self) { try OutputFolder(at: "") }
    #expect(nowhere?.description == "cannot create '': a folder's path is needed")
    // Root may write anywhere but here.
    let system = #expect(throws: ExportError.self) { try OutputFolder(at: "/proc/footfall") }
    #expect(system?.path == "/proc/footfall")
  }

  @Test("A folder in the way of a result is an error before any result appears")
  func folderInTheWay() throws {
    let temporary = try TemporaryFolder()
    let blocked = temporary.url.appendingPathComponent("report.json")
    try FileManager.default.createDirectory(at: blocked, withIntermediateDirectories: false)
    let folder = try OutputFolder(at: temporary.url.path)
    try folder.write([1], named: "events.jsonl")
    try folder.write([1], named: "report.json")
    let error = #expect(throws: ExportError.self) { try folder.publish() }
    #expect(error?.path == blocked.path)
    #expect(try names(in: temporary.url) == ["report.json"])
  }

  @Test(
    "A link or device in the way of a result is neither replaced nor followed",
    arguments: ["old.json", "gone.json"])
  func linkInTheWay(target: String) throws {
    let temporary = try TemporaryFolder()
    _ = try temporary.write("old", to: "old.json")
    let link = temporary.url.appendingPathComponent("report.json").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    let folder = try OutputFolder(at: temporary.url.path)
    try folder.write([1], named: "report.json")
    let error = #expect(throws: ExportError.self) { try folder.publish() }
    #expect(error?.description == "cannot write \(link): what is there is no regular file")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
    #expect(try text(temporary.url, "old.json") == "old")
  }

  @Test("A result that was announced and never written is an error")
  func missing() throws {
    let temporary = try TemporaryFolder()
    let folder = try OutputFolder(at: temporary.url.path)
    _ = try folder.stagedPath(named: "heatmap.png")
    #expect(throws: ExportError.self) { try folder.publish() }
    #expect(try names(in: temporary.url) == [])
  }

  @Test("A name that leads out of the folder is refused", arguments: ["", "../a", "a/b", ".hidden", "a\0b"])
  func names(_ name: String) throws {
    let temporary = try TemporaryFolder()
    let folder = try OutputFolder(at: temporary.url.path)
    #expect(throws: ExportError.self) { try folder.write([1], named: name) }
  }

  @Test("A full disk is an error, and leaves nothing behind", .enabled(if: SmallDisk.isAvailable))
  func fullDisk() throws {
    let disk = try SmallDisk(kilobytes: 128)
    let folder = try OutputFolder(at: disk.url.path)
    let stream = try folder.stream(named: "events.jsonl")
    let error = #expect(throws: ExportError.self) {
      for number in 0..<200_000 { try stream.append { $0.append(number) } }
    }
    #expect(error?.kind == .full)
    #expect(error?.description == "cannot write \(disk.url.path)/events.jsonl: no space left on device")
    let again = #expect(throws: ExportError.self) { try folder.publish() }
    #expect(again == error)
    #expect(try names(in: disk.url) == [])
  }
}
