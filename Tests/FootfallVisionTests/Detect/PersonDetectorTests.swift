import FootfallCore
import FootfallTestSupport
import FootfallVision
import Foundation
import Testing

/// Detectors on real weights and real frames.
@Suite(.serialized) struct PersonDetectorTests {
  private static func run(
    _ name: String, _ engine: EngineChoice, precision: Precision = .f32, threads: Int = 1, requests: Int = 1,
    frames: [PixelBuffer], change: (inout ModelProfile) -> Void = { _ in }
  ) throws -> [[Detection]] {
    let catalog = try DetectorFixtures.catalog()
    var profile = try catalog.profile(named: name)
    change(&profile)
    let detector = try DetectorFixtures.detector(
      profile, in: catalog, engine: engine, precision: precision, threads: threads, requests: requests)
    return try DetectorFixtures.people(in: frames, by: detector)
  }

  private static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ score: Double)
    -> Detection
  {
    Detection(box: BoundingBox(x: x, y: y, width: width, height: height), score: score)
  }

  /// Frames 1 and 201, scores above 0.5, by a separate implementation: OpenVINO's and OpenCV's Python packages and
  /// the decoding of the YOLOv3 paper in NumPy, all 80 classes, f32.
  private static let independent: [[Detection]] = [
    [
      box(643.15, 241.25, 38.68, 83.77, 0.962), box(253.9, 216.32, 28.28, 93.39, 0.9487),
      box(499.08, 156.03, 29.94, 76.11, 0.9388),
    ],
    [
      box(613.62, 267.73, 35.54, 97.89, 0.9872), box(217.09, 191.9, 35.56, 73.69, 0.9564),
      box(703.49, 101.18, 18.57, 53.65, 0.8808), box(706.82, 258.75, 34.51, 89.08, 0.8388),
      box(489.82, 145.91, 26.99, 73.6, 0.7522), box(84.28, 160.62, 23.57, 54.65, 0.5731),
    ],
  ]

  @Test(.enabled(if: DetectorFixtures.hasBothEngines), arguments: [EngineChoice.opencv, .openvino])
  func yolov3FindsWhatAnIndependentImplementationFinds(engine: EngineChoice) throws {
    let frames = try DetectorFixtures.frames(2, step: 200)
    for (found, expected) in zip(try Self.run("yolov3-tiny", engine, frames: frames), Self.independent) {
      let difference = try #require(DetectorFixtures.difference(found.filter { $0.score > 0.5 }, expected))
      // Another release of FFmpeg may decode a pixel by 1 differently.
      #expect(difference.pixels < 0.2)
      #expect(difference.score < 0.005)
    }
  }

  @Test(.enabled(if: DetectorFixtures.hasBothEngines))
  func bothEnginesAgreeInF32() throws {
    let frames = try DetectorFixtures.frames(8, step: 50)
    let opencv = try Self.run("yolov3-tiny", .opencv, frames: frames)
    let openvino = try Self.run("yolov3-tiny", .openvino, frames: frames)
    for (first, second) in zip(opencv, openvino) {
      let difference = try #require(DetectorFixtures.difference(first, second))
      #expect(difference.pixels < 0.01)
      #expect(difference.score < 1e-4)
    }
  }

  @Test(.enabled(if: DetectorFixtures.hasBothEngines))
  func bf16FindsThePeopleThatF32Finds() throws {
    guard CPUFeatures.current.hasBF16 else {
      print("skipped: this CPU has no bf16")
      return
    }
    let frames = try DetectorFixtures.frames(8, step: 50)
    let exact = try Self.run("yolov3-tiny", .openvino, frames: frames)
    let fast = try Self.run("yolov3-tiny", .openvino, precision: .bf16, frames: frames)
    for (exact, fast) in zip(exact, fast) {
      for person in exact where person.score > 0.5 {
        #expect(fast.contains { $0.box.iou(person.box) > 0.85 && abs($0.score - person.score) < 0.1 })
      }
    }
    #expect(exact != fast)
  }

  @Test(
    .enabled(if: DetectorFixtures.hasBothEngines && SharedData.hasModel("yolov3-tiny-608x448.onnx")),
    arguments: [EngineChoice.opencv, .openvino])
  func thePersonOnlyModelGivesWhatAllClassesGive(engine: EngineChoice) throws {
    let frames = try DetectorFixtures.frames(4, step: 100)
    let small = try Self.run("yolov3-tiny", engine, frames: frames)
    let full = try Self.run("yolov3-tiny", engine, frames: frames) { profile in
      let path = "yolov3-tiny-608x448.onnx"
      let file = ModelFile(
        path: path, bytes: 35_401_167,
        sha256: "1350466e9693e00dffa3e6cad3588975ba991dc22b27625eaeeb6e9ec28c7541")
      profile.file = file
      profile.variants = [ModelVariant(precision: .f32, files: [file])]
    }
    for (small, full) in zip(small, full) {
      let difference = try #require(DetectorFixtures.difference(small, full))
      // OpenVINO's are equal to the last bit; OpenCV splits the sums of a wider layer in another way.
      #expect(difference.pixels < 0.001 && difference.score < 1e-5)
    }
  }

  @Test(
    .enabled(if: DetectorFixtures.hasBothEngines),
    arguments: [
      (engine: EngineChoice.opencv, precision: Precision.f32), (.openvino, .f32), (.openvino, .int8),
    ])
  func runsThreadsAndRequestsDoNotChangeAnything(engine: EngineChoice, precision: Precision) throws {
    let frames = try DetectorFixtures.frames(4, step: 100)
    func people(threads: Int, requests: Int) throws -> [[Detection]] {
      try Self.run(
        "yolov3-tiny", engine, precision: precision, threads: threads, requests: requests, frames: frames)
    }
    let first = try people(threads: 2, requests: 2)
    #expect(try people(threads: 2, requests: 2) == first)
    #expect(try people(threads: 2, requests: 1) == first)
    #expect(try people(threads: 1, requests: 3) == first)
  }

  @Test(.enabled(if: DetectorFixtures.hasBothEngines))
  func theModelThatTakesBytesGivesWhatThePreparationAtRunTimeGives() throws {
    let frames = try DetectorFixtures.frames(8, step: 50)
    let prepared = try Self.run("yolov3-tiny", .openvino, frames: frames) { profile in
      profile.variants = [ModelVariant(precision: .f32, files: [profile.file].compactMap(\.self))]
    }
    #expect(try Self.run("yolov3-tiny", .openvino, frames: frames) == prepared)
  }

  @Test(.enabled(if: DetectorFixtures.hasBothEngines))
  func withoutAWishTheDetectorTakesThePrecisionOfItsChoice() throws {
    let catalog = try DetectorFixtures.catalog()
    let profile = try catalog.profile(named: "yolov3-tiny")
    let fast = try DetectorFixtures.detector(profile, in: catalog, engine: .auto, precision: nil)
    #expect(fast.precision == PrecisionChoice(for: profile, on: .current).precision)
    #expect(
      try DetectorFixtures.detector(profile, in: catalog, engine: .opencv, precision: nil).precision == .f32)
  }

  @Test(.enabled(if: DetectorFixtures.hasBothEngines))
  func aSmallerDecodedPictureStillGivesBoxesInFullPixels() throws {
    let frame = try #require(try DetectorFixtures.frames(1, step: 1).first)
    let catalog = try DetectorFixtures.catalog()
    let detector = try DetectorFixtures.detector(
      try catalog.profile(named: "yolov3-tiny"), in: catalog, engine: .auto)
    let input = detector.makeInput()
    var people: [Detection] = []
    try input.fill(from: frame)
    try detector.start(input, request: 0)
    try detector.finish(request: 0, fullSize: PixelSize(width: 1536, height: 1152), into: &people)
    let best = try #require(people.first).box
    #expect(abs(best.x - 2 * 643.15) < 0.4 && abs(best.height - 2 * 83.77) < 0.4)
  }

  @Test(
    .enabled(if: DetectorFixtures.hasBothEngines && SharedData.hasModel("person-ssdlite-300x300.onnx")))
  func ssdliteAgreesWithYOLOv3OnTheLargePeople() throws {
    let frames = try DetectorFixtures.frames(4, step: 100)
    let reference = try Self.run("yolov3-tiny", .openvino, frames: frames).map {
      $0.filter { $0.score > 0.9 }
    }
    let opencv = try Self.run("ssdlite", .opencv, frames: frames)
    let openvino = try Self.run("ssdlite", .openvino, frames: frames)
    for (first, second) in zip(opencv, openvino) {
      let difference = try #require(DetectorFixtures.difference(first, second))
      #expect(difference.pixels < 0.01 && difference.score < 1e-4)
    }
    let seen = zip(reference, openvino).reduce(into: (all: 0, found: 0)) { counts, pair in
      counts.all += pair.0.count
      counts.found += pair.0.filter { person in pair.1.contains { $0.box.iou(person.box) > 0.5 } }.count
    }
    #expect(seen.all > 5)
    #expect(seen.found * 10 >= seen.all * 8, "\(seen)")
  }

  @Test(
    .enabled(
      if: DetectorFixtures.hasBothEngines && SharedData.hasModel("person-yolox-nano-416x320.xml")),
    arguments: [EngineChoice.opencv, .openvino])
  func yoloxAgreesWithYOLOv3(engine: EngineChoice) throws {
    let frames = try DetectorFixtures.frames(2, step: 200)
    for (found, expected) in zip(try Self.run("yolox-nano", engine, frames: frames), Self.independent) {
      for person in expected where person.score > 0.7 {
        #expect(found.contains { $0.box.iou(person.box) > 0.6 && $0.score > 0.5 })
      }
    }
  }
}
