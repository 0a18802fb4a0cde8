import FootfallCore
import FootfallTestSupport
import FootfallVision
import Foundation

/// What the tests of detectors share: the fetched models, real frames, and a short way to run a detector.
enum DetectorFixtures {
  static let pets = "data/pets09-s2l1/clip.mp4"
  static let yolov3 = "person-yolov3-tiny-608x448.onnx"
  /// The same in OpenVINO's format, and its 8-bit variant.
  static let exact = "person-yolov3-tiny-608x448.xml"
  static let quantised = "person-yolov3-tiny-608x448-int8.xml"
  static let openVINO = "openvino/libopenvino_c.so.2641"
  static let modelsFolder = SharedData.models.path

  static var hasYOLOv3: Bool { SharedData.hasModel(yolov3) && SharedData.isPresent(pets) }
  static var hasBothEngines: Bool { hasYOLOv3 && SharedData.hasModel(openVINO) && SharedData.hasModel(exact) }

  /// What `body` throws, where that is a ``VisionError``.
  static func error(_ body: () throws -> Void) -> VisionError? {
    do {
      try body()
      return nil
    } catch {
      return error as? VisionError
    }
  }

  static func catalog() throws -> ModelCatalog { try ModelCatalog(folder: modelsFolder) }

  /// Every `step`-th frame of the pets clip, from the first.
  static func frames(_ count: Int, step: Int) throws -> [PixelBuffer] {
    let reader = try FootageReader(opening: SharedData.root.appendingPathComponent(pets).path)
    var frames: [PixelBuffer] = []
    while frames.count < count {
      let buffer = PixelBuffer()
      guard try reader.read(into: buffer) != nil else { break }
      frames.append(buffer)
      for _ in 1..<step { _ = try reader.grab() }
    }
    return frames
  }

  static func detector(
    _ profile: ModelProfile, in catalog: ModelCatalog, engine: EngineChoice, precision: Precision? = .f32,
    threads: Int = 1, requests: Int = 1, wantsParts: Bool = false
  ) throws -> PersonDetector {
    try PersonDetector(
      profile: profile, catalog: catalog, engine: engine, precision: precision, threads: threads,
      requests: requests, wantsParts: wantsParts)
  }

  /// The people in each frame, with as many pictures in flight as the detector takes.
  static func people(in frames: [PixelBuffer], by detector: PersonDetector) throws -> [[Detection]] {
    let inputs = (0..<detector.requestCount).map { _ in detector.makeInput() }
    var results: [[Detection]] = []
    var people: [Detection] = []
    func collect() throws {
      let size = frames[results.count].size
      try detector.finish(request: results.count % inputs.count, fullSize: size, into: &people)
      results.append(people)
    }
    for (index, frame) in frames.enumerated() {
      if index >= inputs.count { try collect() }
      let slot = index % inputs.count
      try inputs[slot].fill(from: frame)
      try detector.start(inputs[slot], request: slot)
    }
    while results.count < frames.count { try collect() }
    return results
  }

  /// The greatest differences of edges and scores between two results, whose order may differ where scores tie;
  /// nil where one has a box that the other has not.
  static func difference(_ first: [Detection], _ second: [Detection]) -> (pixels: Double, score: Double)? {
    guard first.count == second.count else { return nil }
    var worst = (pixels: 0.0, score: 0.0)
    for detection in first {
      let distances = second.map { (distance(detection.box, $0.box), abs(detection.score - $0.score)) }
      guard let nearest = distances.min(by: { $0.0 < $1.0 }) else { return nil }
      worst = (max(worst.pixels, nearest.0), max(worst.score, nearest.1))
    }
    return worst
  }

  private static func distance(_ first: BoundingBox, _ second: BoundingBox) -> Double {
    max(
      abs(first.x - second.x), abs(first.y - second.y), abs(first.maxX - second.maxX),
      abs(first.maxY - second.maxY))
  }
}
