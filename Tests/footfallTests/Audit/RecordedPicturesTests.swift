import FootfallCore
import FootfallTestSupport
import FootfallWeb
import Foundation
import Testing

@testable import footfall

@Suite("The pictures of an audit")
struct RecordedPicturesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func all(of path: String) async throws -> [AuditPicture] {
    let pictures = try RecordedPictures(opening: path)
    var list: [AuditPicture] = []
    while let next = try await pictures.picture(number: list.count + 1) { list.append(next) }
    return list
  }

  /// Compares what is got by jumps, with no memory to keep anything, with what is got one after the other.
  private func checkJumps(in path: String, seed: UInt64) async throws {
    let expected = try await all(of: path)
    var random = SeededGenerator(seed: seed)
    let pictures = try RecordedPictures(opening: path, keeping: 1)
    for round in 0..<16 {
      // First jumps into what was never seen, then with all of it known.
      if round == 8 {
        for number in 1...expected.count { _ = try await pictures.picture(number: number) }
      }
      let number = Int.random(in: 1...expected.count, using: &random)
      let byNumber = try #require(await pictures.picture(number: number))
      #expect(
        byNumber.number == number && byNumber.time == expected[number - 1].time, "seed \(seed): \(number)")
      #expect(byNumber.jpeg == expected[number - 1].jpeg, "seed \(seed): \(number)")
      let other = expected[Int.random(in: 0..<expected.count, using: &random)]
      let byTime = try #require(await pictures.picture(at: other.time))
      #expect(byTime.number == other.number && byTime.jpeg == other.jpeg, "seed \(seed): \(other.number)")
    }
    #expect(try await pictures.picture(number: expected.count + 1) == nil)
  }

  @Test("a jump shows the very frame that watching shows", arguments: [1, 2] as [UInt64])
  func jumps(seed: UInt64) async throws {
    let film = folder.url.appendingPathComponent("film.y4m")
    try RawFootage.y4m(size: PixelSize(width: 64, height: 48), framesPerSecond: 10, frames: 150).write(
      to: film)
    try await checkJumps(in: film.path, seed: seed)
  }

  @Test(
    "so it does in real footage with predicted frames",
    .enabled(if: SharedData.isPresent("data/pets09-s2l1/clip.mp4")))
  func realFootage() async throws {
    try await checkJumps(
      in: SharedData.root.appendingPathComponent("data/pets09-s2l1/clip.mp4").path, seed: 3)
  }

  @Test("so it does in a sequence of pictures, and where time stamps are not sound")
  func otherSources() async throws {
    for number in 1...80 {
      let jpeg = JPEGFixture.grey(width: 24, height: 16, level: 40 + number)
      try Data(jpeg).write(to: folder.url.appendingPathComponent("\(number).jpg"))
    }
    try await checkJumps(in: folder.url.path + "/%d.jpg", seed: 4)
    // The stamps go back once: no time tells which frame it is.
    let frames: [(milliseconds: Int, jpeg: [UInt8])] = (0..<80).map { index in
      (
        index < 40 ? index * 40 : (index - 40) * 40,
        JPEGFixture.grey(width: 24, height: 16, level: 40 + index)
      )
    }
    let film = folder.url.appendingPathComponent("seam.mkv")
    try Data(MatroskaFixture.make(frames, width: 24, height: 16)).write(to: film)
    try await checkJumps(in: film.path, seed: 5)
  }

  @Test("what is under way ends when it is stopped")
  func stopping() async throws {
    let film = folder.url.appendingPathComponent("film.y4m")
    try RawFootage.y4m(size: PixelSize(width: 64, height: 48), framesPerSecond: 10, frames: 5).write(to: film)
    let pictures = try RecordedPictures(opening: film.path)
    pictures.stop()
    await #expect(throws: (any Error).self) { try await pictures.picture(number: 3) }
  }

  @Test("the shelf lets go of the oldest, never of the newest")
  func shelf() {
    var shelf = PictureShelf(bytes: 10)
    func picture(_ number: Int, bytes: Int) -> AuditPicture {
      AuditPicture(number: number, time: .zero, jpeg: [UInt8](repeating: 0, count: bytes))
    }
    for number in 1...4 { shelf.keep(picture(number, bytes: 4)) }
    #expect(shelf[1] == nil && shelf[2] == nil && shelf[3] != nil && shelf[4] != nil)
    shelf.keep(picture(5, bytes: 99))
    #expect(shelf[4] == nil && shelf[5] != nil)
    shelf.keep(picture(5, bytes: 1))
    shelf.keep(picture(6, bytes: 9))
    #expect(shelf[5] != nil && shelf[6] != nil)
  }
}
