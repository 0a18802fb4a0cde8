import Benchmark
import FootfallCore
import FootfallVision

/// Decoding, scaling and detection on real footage.
func registerVisionBenchmarks(video: String) {
  do {
    let catalog = try ModelCatalog(folder: ModelCatalog.locate())
    let profile = try catalog.profile(named: "yolov3-tiny")
    let picture = PixelBuffer()
    _ = try FootageReader(opening: video).read(into: picture)
    var reader = try FootageReader(opening: video)

    benchmark("decode") {
      if try reader.read(into: picture) == nil { reader = try FootageReader(opening: video) }
    }
    for precision in [Precision.f32, .bf16] {
      guard
        let detector = try? PersonDetector(
          profile: profile, catalog: catalog, engine: .auto, precision: precision, threads: 1, requests: 1)
      else { continue }
      let input = detector.makeInput()
      var people: [Detection] = []
      if precision == .f32 { benchmark("scale") { try input.fill(from: picture) } }
      benchmark("detect \(precision.rawValue), 1 thread") {
        try detector.start(input, request: 0)
        try detector.finish(request: 0, fullSize: picture.size, into: &people)
      }
    }
  } catch {
    fatalError("bench: \(error)")
  }
}
