import FootfallCore
import FootfallTestSupport
import FootfallVision
import Foundation
import Testing

@Suite struct FootageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func movie(_ milliseconds: [Int], width: Int = 48, height: Int = 32, duration: Int? = nil)
    -> [UInt8]
  {
    MatroskaFixture.make(
      milliseconds.enumerated().map { index, time in
        (time, JPEGFixture.grey(width: width, height: height, level: 20 + index))
      }, width: width, height: height, durationMilliseconds: duration)
  }

  @Test func timesAreThoseOfTheStreamSinceItsFirstFrame() throws {
    let path = try folder.write(movie([5000, 5040, 5120, 5130, 7000]), to: "a.mkv")
    let frames = try readAll(path)
    #expect(frames.map(\.seconds) == [0, 0.04, 0.12, 0.13, 2])
    #expect(frames.map(\.mean) == [20, 21, 22, 23, 24])
  }

  @Test func motionJPEGIsDecodedAtAReducedScale() throws {
    let path = try folder.write(movie([0, 40, 90], width: 160, height: 90), to: "a.mkv")
    let frames = try readAll(path, minimumDecodedSize: PixelSize(width: 40, height: 20))
    #expect(frames.map(\.size) == [PixelSize](repeating: PixelSize(width: 40, height: 23), count: 3))
    #expect(frames.map(\.seconds) == [0, 0.04, 0.09])
    #expect(frames.map(\.mean) == [20, 21, 22])
  }

  @Test func skippedFramesKeepTheirTimes() throws {
    let path = try folder.write(movie([0, 40, 90, 130]), to: "a.mkv")
    let reader = try FootageReader(opening: path)
    let buffer = PixelBuffer()
    #expect(try reader.grab() == .zero)
    #expect(try reader.read(into: buffer)?.seconds == 0.04)
    #expect(buffer.mean == 21)
    #expect(try reader.grab()?.seconds == 0.09)
    #expect(try reader.read(into: buffer)?.seconds == 0.13)
    #expect(try reader.grab() == nil)
    #expect(reader.frames == 4)
  }

  @Test func aJumpLandsAtOrBeforeAFrameKnownByItsTime() throws {
    let path = try folder.write(movie((0..<20).map { 5000 + $0 * 40 }), to: "a.mkv")
    let reader = try FootageReader(opening: path)
    let buffer = PixelBuffer()
    var times: [MediaTime] = []
    while let time = try reader.grab() { times.append(time) }
    for index in [19, 3, 0, 11] {
      try #require(try reader.seek(to: times[index]))
      let time = try #require(try reader.read(into: buffer))
      let found = try #require(times.firstIndex(of: time))
      #expect(found <= index && buffer.mean == Double(20 + found))
    }
  }

  @Test func thereIsNoJumpWhereTimeStampsWereMended() throws {
    let path = try folder.write(movie([0, 40, 40, 80]), to: "a.mkv")
    let reader = try FootageReader(opening: path)
    while try reader.grab() != nil {}
    #expect(try reader.seek(to: .zero) == false)
  }

  @Test func aRecordingThatWasCutReadsToItsEndAndTellsWhatIsMissing() throws {
    let whole = movie((0..<50).map { $0 * 100 }, duration: 5000)
    let path = try folder.write(Array(whole.prefix(whole.count * 6 / 10)), to: "cut.mkv")
    let reader = try FootageReader(opening: path)
    #expect(reader.info.mediaDuration == .seconds(5))
    let buffer = PixelBuffer()
    var last: MediaTime?
    while let time = try reader.read(into: buffer) { last = time }
    #expect((25...31).contains(reader.frames))
    #expect(try #require(last).seconds < 3.1)
  }

  @Test(arguments: [(days: 3653, isPlausible: true), (days: 3700, isPlausible: false)])
  func aDurationOfMoreThanTenYearsIsUnknown(days: Int, isPlausible: Bool) throws {
    let path = try folder.write(movie([0, 40, 80], duration: days * 86_400_000), to: "a.mkv")
    #expect(
      try FootageReader(opening: path).info.mediaDuration == (isPlausible ? .seconds(days * 86_400) : nil))
  }

  @Test func aFrameOfAnotherSizeIsNamedWithBothSizes() throws {
    let path = try folder.write(
      MatroskaFixture.make(
        [
          (0, JPEGFixture.grey(width: 48, height: 32, level: 1)),
          (40, JPEGFixture.grey(width: 48, height: 32, level: 1)),
          (80, JPEGFixture.grey(width: 64, height: 40, level: 1)),
        ], width: 48, height: 32), to: "a.mkv")
    let error = readingError(path)
    #expect(error?.kind == .badData)
    #expect(error?.description == "\(path): frame 3 is 64x40, the recording began with 48x32")
  }

  @Test func aFrameThatCannotBeDecodedIsPassedOverAndCounted() throws {
    let good = JPEGFixture.grey(width: 48, height: 32, level: 60)
    let bad = [UInt8](repeating: 0x55, count: 300)
    let path = try folder.write(
      MatroskaFixture.make([(0, good), (40, bad), (80, good)], width: 48, height: 32), to: "a.mkv")
    let reader = try FootageReader(opening: path)
    let buffer = PixelBuffer()
    #expect(try reader.read(into: buffer)?.seconds == 0)
    #expect(try reader.read(into: buffer)?.seconds == 0.08)
    #expect(try reader.read(into: buffer) == nil)
    #expect(reader.damages == 1)
  }

  @Test(arguments: ["1x1", "2x1", "3x5", "7x7", "17x9", "33x31", "101x3", "3x101"])
  func framesOfAnySizeAreRead(size: String) throws {
    let sides = size.split(separator: "x").compactMap { Int($0) }
    let path = try folder.write(movie([0, 40, 80], width: sides[0], height: sides[1]), to: "a.mkv")
    #expect(try readAll(path).map(\.mean) == [20, 21, 22])
    let drawn = PixelBuffer.make(sides[0], sides[1]) { [UInt8($0 & 255), UInt8($1 & 255), 9] }
    let still = try folder.write(drawn.png(), to: "a.png")
    let buffer = PixelBuffer()
    #expect(try FootageReader(opening: still).read(into: buffer) == .zero)
    #expect(buffer.size == drawn.size)
    #expect(buffer.bytes.elementsEqual(drawn.bytes))
  }

  @Test func kindsAreKnownByContentAndNotByName() throws {
    let picture = try folder.write(JPEGFixture.grey(width: 9, height: 9, level: 70), to: "a.png")
    #expect(try readAll(picture).map(\.mean) == [70])
    let other = try folder.write(PixelBuffer.make(9, 9) { _, _ in [5, 5, 5] }.png(), to: "b.jpg")
    #expect(try readAll(other).map(\.mean) == [5])
    let greymap = try folder.write(Array("P5\n2 2\n255\n".utf8) + [10, 20, 30, 40], to: "c")
    #expect(try readAll(greymap).map(\.mean) == [25])
  }

  @Test(.enabled(if: SharedData.isPresent("data/pets09-s2l1/clip.mp4")))
  func aRealRecordingIsReadToItsLastFrame() throws {
    let path = SharedData.root.appendingPathComponent("data/pets09-s2l1/clip.mp4").path
    let reader = try FootageReader(opening: path)
    #expect(reader.info.size == PixelSize(width: 768, height: 576))
    #expect(reader.info.declaredFrames == 400)
    #expect(reader.info.declaredFramesPerSecond == 10)
    #expect(reader.info.mediaDuration == .seconds(40))
    let buffer = PixelBuffer()
    var times: [MediaTime] = []
    while let time = try reader.read(into: buffer) { times.append(time) }
    #expect(times == (0..<400).map { MediaTime(nanoseconds: $0 * 100_000_000) })
    #expect(reader.damages == 0)
  }
}
