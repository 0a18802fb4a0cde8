import FootfallCore
import FootfallTestSupport
import FootfallVision
import Foundation
import Testing

@Suite struct ImageSequenceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ names: [String]) throws {
    for (index, name) in names.enumerated() {
      _ = try folder.write(JPEGFixture.grey(width: 16, height: 8, level: 30 + index), to: name)
    }
  }

  private func path(_ pattern: String) -> String { folder.url.path + "/" + pattern }

  @Test func aSequenceRunsFromTheLowestNumberToTheFirstHole() throws {
    try write(["f/000007.jpg", "f/000008.jpg", "f/000009.jpg", "f/000011.jpg", "f/other.jpg", "f/12.jpg"])
    let reader = try FootageReader(opening: path("f/%06d.jpg"), sequenceFramesPerSecond: 10)
    let buffer = PixelBuffer()
    var frames: [(Double, Double)] = []
    while let time = try reader.read(into: buffer) { frames.append((time.seconds, buffer.mean)) }
    #expect(frames.map(\.0) == [0, 0.1, 0.2])
    #expect(frames.map(\.1) == [30, 31, 32])
    // The file behind the hole is declared, so that its loss shows.
    #expect(reader.info.declaredFrames == 4)
  }

  @Test(arguments: [
    (pattern: "a%d.jpg", names: ["a9.jpg", "a10.jpg"], count: 2),
    (pattern: "a%02d.jpg", names: ["a98.jpg", "a99.jpg", "a100.jpg"], count: 3),
    (pattern: "100%%_%03d.jpg", names: ["100%_000.jpg", "100%_001.jpg"], count: 2),
    (pattern: "%04d", names: ["0001", "0002"], count: 2),
  ])
  func patternsAreThoseOfPrintf(pattern: String, names: [String], count: Int) throws {
    try write(names)
    #expect(try readAll(path(pattern)).count == count)
  }

  @Test func numbersHaveUpToEighteenDigits() throws {
    try write(["9223372036854775807.jpg"])
    #expect(readingError(path("%d.jpg"))?.kind == .noInput)
    try write(["999999999999999999.jpg"])
    #expect(try readAll(path("%d.jpg")).count == 1)
  }

  @Test func aFileWhoseNameLooksLikeAPatternIsReadAsItIs() throws {
    try write(["%03d.jpg"])
    #expect(try readAll(path("%03d.jpg")).count == 1)
  }

  @Test func picturesOfAnyKindMayFollowEachOther() throws {
    try write(["1", "2"])
    _ = try folder.write(PixelBuffer.make(16, 8) { _, _ in [90, 90, 90] }.png(), to: "3")
    #expect(try readAll(path("%d")).map(\.mean) == [30, 31, 90])
  }

  @Test func aPictureThatIsDamagedBeyondReadingIsNamed() throws {
    try write(["01.jpg", "02.jpg"])
    let bad = try folder.write([0xFF, 0xD8, 0xFF, 0xD9], to: "03.jpg")
    let error = readingError(path("%02d.jpg"))
    #expect(error?.kind == .badData)
    #expect(error?.description.hasPrefix(bad) == true)
  }

  @Test func aPictureOfAnotherSizeIsNamedByItsNumber() throws {
    try write(["01.jpg", "02.jpg"])
    _ = try folder.write(JPEGFixture.grey(width: 8, height: 8, level: 3), to: "03.jpg")
    #expect(
      readingError(path("%02d.jpg"))?.description
        == "\(path("%02d.jpg")): frame 3 is 8x8, the recording began with 16x8")
  }
}
