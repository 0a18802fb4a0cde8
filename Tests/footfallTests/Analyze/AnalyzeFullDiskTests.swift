import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall analyze on a disk without room", .enabled(if: SmallDisk.isAvailable))
struct AnalyzeFullDiskTests {
  private let place: AnalyzeWorkplace

  init() throws { place = try AnalyzeWorkplace() }

  private func names(on disk: SmallDisk) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: disk.url.path).sorted()
  }

  @Test("Results that find no room are an error, and none of them appears", arguments: [4, 16, 64, 128])
  func room(kilobytes: Int) async throws {
    let disk = try SmallDisk(kilobytes: kilobytes)
    let outcome = try await place.run(AnalyzeWorkplace.arguments(changing: ["--out": disk.url.path + "/out"]))
    outcome.expectRefusal(74, [disk.url.path + "/out", "no space left on device"])
    #expect(try names(on: disk).isEmpty)
  }

  @Test("No room for one more file is an error at every file", arguments: 2...8)
  func files(count: Int) async throws {
    let disk = try SmallDisk(kilobytes: 4096, files: count)
    let outcome = try await place.run(AnalyzeWorkplace.arguments(changing: ["--out": disk.url.path + "/out"]))
    outcome.expectRefusal(74, [disk.url.path + "/out", "no space left on device"])
    #expect(try names(on: disk).isEmpty)
  }

  @Test("With just enough room all results appear")
  func enough() async throws {
    let disk = try SmallDisk(kilobytes: 4096, files: 9)
    try await place.analyze(changing: ["--out": disk.url.path + "/out"])
    #expect(try names(on: disk) == ["out"])
  }

  @Test("A database that finds no room is an error, and no result appears", arguments: [4, 32, 96])
  func database(kilobytes: Int) async throws {
    let disk = try SmallDisk(kilobytes: kilobytes)
    let outcome = try await place.run(
      AnalyzeWorkplace.arguments(changing: ["--db": disk.url.path + "/store.db"]))
    outcome.expectRefusal(74, [disk.url.path + "/store.db"])
    #expect(!place.exists("out"))
    #expect(try names(on: disk).allSatisfy { $0.hasPrefix("store.db") })
  }

  @Test("A disk that may only be read is an error")
  func readOnly() async throws {
    let disk = try SmallDisk(kilobytes: 64)
    try disk.forbidWriting()
    let outcome = try await place.run(AnalyzeWorkplace.arguments(changing: ["--out": disk.url.path + "/out"]))
    outcome.expectRefusal(74, [disk.url.path + "/out", "read-only file system"])
    let stored = try await place.run(
      AnalyzeWorkplace.arguments(changing: ["--db": disk.url.path + "/store.db"]))
    stored.expectRefusal(74, [disk.url.path + "/store.db"])
    #expect(!place.exists("out"))
    #expect(try names(on: disk).isEmpty)
  }
}
