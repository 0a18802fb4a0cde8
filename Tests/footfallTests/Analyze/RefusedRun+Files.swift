import FootfallCore
import FootfallTestSupport
import Foundation

extension RefusedRun {
  private static func footage(
    _ label: String, _ name: String, _ content: Data?, status: Int32 = 65, says: [String]
  ) -> RefusedRun {
    RefusedRun(
      label: label, sources: [name], files: content.map { [name: $0] } ?? [:], status: status,
      says: [name + ": "] + says)
  }

  /// The beginning of a real file, and then bytes by chance.
  private static func noise(after magic: [UInt8], seed: UInt64) -> Data {
    var generator = SeededGenerator(seed: seed)
    return Data(magic + (0..<6000).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }

  private static let film = AnalyzeWorkplace.film(frames: 3)

  private static let sequence: [String: Data] = [
    "f/1.pgm": RawFootage.pgm(size: AnalyzeWorkplace.size),
    "f/2.pgm": RawFootage.pgm(size: AnalyzeWorkplace.size),
    "f/3.pgm": RawFootage.pgm(size: PixelSize(width: 80, height: 60)),
  ]

  static let footage = [
    footage("a file that is absent", "none.mp4", nil, status: 66, says: ["no such file"]),
    footage("a pattern that fits no file", "f/%06d.jpg", nil, status: 66, says: ["matches this pattern"]),
    footage("a folder", ".", nil, status: 66, says: ["is a directory", "./%06d.jpg"]),
    footage("an empty file", "empty.mp4", Data(), says: ["the file is empty"]),
    footage("text", "text.mp4", Data("hello\n".utf8), says: ["is not a video or picture"]),
    footage("a header without a frame", "head.y4m", film.prefix(50), says: ["no picture"]),
    footage(
      "an MP4 of noise", "noise.mp4",
      noise(after: Array("\0\0\0\u{20}ftypisom\0\0\u{2}\0isomavc1".utf8), seed: 1),
      says: ["is not a video or picture"]),
    footage(
      "an AVI of noise", "noise.avi", noise(after: Array("RIFF\u{0}\u{10}\0\0AVI LIST".utf8), seed: 2),
      says: []),
    footage("a Matroska of noise", "noise.mkv", noise(after: [0x1A, 0x45, 0xDF, 0xA3], seed: 3), says: []),
    footage("a JPEG of noise", "noise.jpg", noise(after: [0xFF, 0xD8, 0xFF, 0xE0], seed: 4), says: []),
    footage(
      "a PNG of noise", "noise.png", noise(after: [0x89] + Array("PNG\r\n\u{1A}\n".utf8), seed: 5), says: []),
    footage(
      "a frame every five seconds", "slow.y4m",
      Data(String(decoding: film.prefix(60), as: UTF8.self).replacing("F10:1", with: "F1:5").utf8)
        + Data(repeating: 16, count: 30_000),
      says: ["0.2 frames a second", "allowed: 0.5 or more"]),
    RefusedRun(
      label: "a pipe", sources: ["/dev/stdin"], status: 66,
      says: ["/dev/stdin: is no regular file", "save it to a file"]),
    RefusedRun(
      label: "a second source of another size", sources: ["film.y4m", "small.pgm"],
      files: ["small.pgm": RawFootage.pgm(size: PixelSize(width: 8, height: 6))], status: 65,
      says: ["small.pgm: 8x6", "film.y4m is 160x120"]),
    RefusedRun(
      label: "a picture of another size amid a sequence", sources: ["f/%d.pgm"], files: sequence, status: 65,
      says: ["f/%d.pgm: ", "frame 3 is 80x60", "160x120"]),
  ]

  static let outputs = [
    RefusedRun(
      label: "a file", changes: ["--out": "film.y4m"], status: 74, says: ["film.y4m: not a directory"]),
    RefusedRun(
      label: "below a file", changes: ["--out": "film.y4m/x"], status: 74,
      says: ["film.y4m/x: not a directory"]),
    // Nobody can make folders there, root included.
    RefusedRun(
      label: "where nobody may write", changes: ["--out": "/proc/out"], status: 74, says: ["/proc/out: "]),
    RefusedRun(
      label: "a folder where a result should be", files: ["out/report.json/x": Data()], status: 74,
      says: ["out/report.json: is a directory"]),
  ]

  static let databases = [
    RefusedRun(
      label: "none yet, and no footage", sources: ["none.mp4"], changes: ["--db": "new.db"], status: 66,
      says: ["none.mp4: no such file"]),
    RefusedRun(
      label: "a text file", changes: ["--db": "notes.txt"], files: ["notes.txt": Data("hello\n".utf8)],
      status: 65,
      says: ["notes.txt: it is no SQLite database"]),
    RefusedRun(
      label: "a folder", changes: ["--db": "."], status: 65, says: ["cannot open .: it is a folder"]),
    RefusedRun(
      label: "in a folder that is absent", changes: ["--db": "absent/x.db"], status: 74,
      says: ["absent/x.db: "]),
    RefusedRun(
      label: "where nobody may write", changes: ["--db": "/proc/x.db"], status: 74, says: ["/proc/x.db: "]),
  ]
}
