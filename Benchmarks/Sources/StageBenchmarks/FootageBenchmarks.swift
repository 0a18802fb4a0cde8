import Benchmark
import FootfallCore
import FootfallVision

/// The size that the default detector looks at.
private let inputSize = PixelSize(width: 608, height: 448)

/// A recording that begins again when it is at its end.
private struct EndlessFootage {
  private let path: String
  private let minimumSize: PixelSize?
  private var reader: FootageReader

  init(_ path: String, minimumSize: PixelSize? = nil) throws {
    self.path = path
    self.minimumSize = minimumSize
    reader = try FootageReader(opening: path, minimumDecodedSize: minimumSize)
  }

  mutating func read(into picture: PixelBuffer) throws {
    if try reader.read(into: picture) != nil { return }
    reader = try FootageReader(opening: path, minimumDecodedSize: minimumSize)
    _ = try reader.read(into: picture)
  }
}

/// Decoding the footage and scaling its pictures for the detector.
func registerFootageBenchmarks(video: String) throws {
  let picture = PixelBuffer()
  var footage = try EndlessFootage(video)
  try footage.read(into: picture)
  benchmark("decode") { try footage.read(into: picture) }
  let input = DetectorInput(size: inputSize, resize: .plain, padding: 0)
  benchmark("resize") { try input.fill(from: picture) }
}

/// 1080p Motion JPEG on its way into the detector, decoded at a reduced scale and in full.
func registerFilmBenchmarks(film: String) throws {
  for (name, minimumSize) in [("scaled", inputSize), ("full", nil)] {
    let picture = PixelBuffer()
    var footage = try EndlessFootage(film, minimumSize: minimumSize)
    let input = DetectorInput(size: inputSize, resize: .letterbox, padding: 114)
    benchmark("1080p jpeg, \(name) decode and resize") {
      try footage.read(into: picture)
      try input.fill(from: picture)
    }
  }
}
