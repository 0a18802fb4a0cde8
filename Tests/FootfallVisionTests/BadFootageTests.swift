import FootfallCore
import FootfallTestSupport
import FootfallVision
import Foundation
import Testing

@Suite struct BadFootageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    (name: "absent.mp4", content: nil, kind: VisionError.Kind.noInput, says: "no such file"),
    (name: "empty.mp4", content: "", kind: .badData, says: "the file is empty"),
    (
      name: "text.mp4", content: "hello\n", kind: .badData,
      says: "is not a video or picture that FFmpeg reads"
    ),
    (
      name: "notes.txt", content: "hello\n", kind: .badData,
      says: "is not a video or picture that FFmpeg reads"
    ),
    (name: "%06d.jpg", content: nil, kind: .noInput, says: "matches this pattern"),
  ])
  func whatIsNoRecordingIsRefused(name: String, content: String?, kind: VisionError.Kind, says: String) throws
  {
    let path = folder.url.appendingPathComponent(name).path
    if let content { try Data(content.utf8).write(to: URL(fileURLWithPath: path)) }
    let error = try #require(readingError(path))
    #expect(error.kind == kind)
    #expect(error.description.hasPrefix(path + ": "))
    #expect(error.description.contains(says))
    #expect(!error.description.contains("\n"))
  }

  @Test func aFolderIsRefusedWithWhatToWriteInstead() throws {
    let error = try #require(readingError(folder.url.path))
    #expect(error.kind == .noInput)
    #expect(error.description.contains("is a directory"))
    #expect(error.description.contains("\(folder.url.path)/%06d.jpg"))
  }

  @Test func aMovieWithoutASingleDecodableFrameIsBadData() throws {
    let noise = [UInt8](repeating: 0x55, count: 300)
    let path = try folder.write(
      MatroskaFixture.make([(0, noise), (40, noise)], width: 48, height: 32), to: "a.mkv")
    #expect(readingError(path)?.kind == .badData)
  }

  @Test func passwordsOfCamerasAreNotShown() throws {
    let error = try #require(readingError("rtsp://admin:s3cret@127.0.0.1:1/door"))
    #expect(error.kind == .noInput)
    #expect(error.description.hasPrefix("rtsp://127.0.0.1:1/door: "))
    #expect(!error.description.contains("s3cret"))
  }

  /// A hundred readings of damaged copies: any frames or an error, never a crash and never an endless loop.
  @Test(arguments: ["mkv", "png", "jpg"])
  func damagedBytesNeverCrash(kind: String) throws {
    let seed: UInt64 = 20_240_607
    print("damaged \(kind): seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let jpeg = JPEGFixture.make(width: 40, height: 24) { [40 + $0 * 20, 100 + $1, 140] }
    let whole: [UInt8]
    switch kind {
    case "mkv":
      whole = MatroskaFixture.make((0..<5).map { ($0 * 40, jpeg) }, width: 40, height: 24)
    case "png": whole = try PixelBuffer.make(40, 24) { [UInt8($0), UInt8($1), 3] }.png()
    default: whole = jpeg
    }
    for _ in 0..<100 {
      var bytes = whole
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
      }
      let path = try folder.write(bytes, to: "damaged." + kind)
      let frames = try? readAll(path, minimumDecodedSize: PixelSize(width: 20, height: 12))
      #expect((frames?.count ?? 0) <= 10)
    }
  }

  @Test(.enabled(if: SharedData.isPresent("data/pets09-s2l1/clip.mp4")))
  func damagedBytesOfARealRecordingNeverCrash() throws {
    let clip = SharedData.root.appendingPathComponent("data/pets09-s2l1/clip.mp4")
    let whole = [UInt8](try Data(contentsOf: clip))
    let seed: UInt64 = 7
    print("damaged clip: seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for round in 0..<4 {
      var bytes = whole
      for _ in 0..<(20 << (2 * round)) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      let path = try folder.write(bytes, to: "damaged.mp4")
      if let reader = try? FootageReader(opening: path) {
        while (try? reader.grab()) != nil {}
        #expect(reader.frames <= 400)
      }
    }
  }
}
