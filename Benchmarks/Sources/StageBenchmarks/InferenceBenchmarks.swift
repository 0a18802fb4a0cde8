import Benchmark
import FootfallCore
import FootfallVision
import Foundation

/// Detection with all processors, in each precision that model and machine have.
func registerInferenceBenchmarks(video: String) throws {
  let catalog = try ModelCatalog(folder: ModelCatalog.locate())
  let picture = PixelBuffer()
  _ = try FootageReader(opening: video).read(into: picture)
  for name in ["yolov3-tiny", "yolox-nano"] {
    let profile = try catalog.profile(named: name)
    for precision in Precision.allCases {
      do {
        try register(profile, catalog, precision, picture)
      } catch let error as VisionError where error.kind == .unavailable {
        FileHandle.standardError.write(Data("bench: left out: \(error)\n".utf8))
      }
    }
  }
}

private func register(
  _ profile: ModelProfile, _ catalog: ModelCatalog, _ precision: Precision, _ picture: PixelBuffer
) throws {
  let detector = try PersonDetector(
    profile: profile, catalog: catalog, engine: .openvino, precision: precision,
    threads: ProcessInfo.processInfo.activeProcessorCount, requests: 1)
  let input = detector.makeInput()
  try input.fill(from: picture)
  var people: [Detection] = []
  benchmark("infer \(profile.name) \(precision.rawValue)") {
    try detector.start(input, request: 0)
    try detector.finish(request: 0, fullSize: picture.size, into: &people)
  }
}
