import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallVision

/// Detectors that share a network, and looks at parts of pictures.
@Suite(.serialized) struct DetectorWindowTests {
  private static func detector(
    _ name: String = "yolov3-tiny", _ engine: EngineChoice = .openvino, requests: Int = 1
  ) throws -> PersonDetector {
    let catalog = try DetectorFixtures.catalog()
    return try DetectorFixtures.detector(
      try catalog.profile(named: name), in: catalog, engine: engine, requests: requests, wantsParts: true)
  }

  private static func people(
    in input: DetectorInput, window: InputWindow?, by detector: PersonDetector, fullSize: PixelSize
  ) throws -> [Detection] {
    var people: [Detection] = []
    try detector.start(input, window: window, request: 0)
    try detector.finish(request: 0, fullSize: fullSize, into: &people)
    return people
  }

  /// Detectors, each for a thread of its own, and what they find.
  private final class Watch: @unchecked Sendable {
    // @unchecked: each detector is used by one thread; `results` is only touched with `lock` held.
    private let detectors: [PersonDetector]
    private let lock = NSLock()
    private var results: [Int: Result<[[Detection]], any Error>] = [:]

    init(_ detectors: [PersonDetector]) { self.detectors = detectors }

    func look(at frames: [PixelBuffer], by index: Int) {
      let result = Result { try DetectorFixtures.people(in: frames, by: detectors[index]) }
      lock.withLock { results[index] = result }
    }

    func people(by index: Int) throws -> [[Detection]] {
      try #require(lock.withLock { results[index] }).get()
    }
  }

  @Test(.enabled(if: DetectorFixtures.hasBothEngines), arguments: [EngineChoice.opencv, .openvino])
  func twoThreadsThatShareANetworkFindWhatOneFindsAlone(engine: EngineChoice) throws {
    let frames = try DetectorFixtures.frames(6, step: 60)
    let alone = try DetectorFixtures.people(in: frames, by: try Self.detector("yolov3-tiny", engine))
    let first = try Self.detector("yolov3-tiny", engine, requests: 2)
    let watch = Watch([first, try first.sharing()])
    let threads = DispatchGroup()
    for (index, pictures) in [frames, frames.reversed()].enumerated() {
      threads.enter()
      Thread {
        watch.look(at: pictures, by: index)
        threads.leave()
      }.start()
    }
    threads.wait()
    #expect(try watch.people(by: 0) == alone)
    #expect(try watch.people(by: 1) == alone.reversed())
    #expect(alone.contains { $0.count > 2 })
  }

  @Test(.enabled(if: DetectorFixtures.hasBothEngines))
  func aSharedNetworkOutlivesTheDetectorThatOpenedIt() throws {
    let frames = try DetectorFixtures.frames(1, step: 1)
    var first: PersonDetector? = try Self.detector()
    let people = try DetectorFixtures.people(in: frames, by: try #require(first))
    let other = try #require(try first?.sharing())
    first = nil
    #expect(try DetectorFixtures.people(in: frames, by: other) == people)
  }

  @Test(.enabled(if: DetectorFixtures.hasBothEngines))
  func aPartShowsThePeopleWellInsideItAsTheWholeDoes() throws {
    let detector = try Self.detector()
    let input = detector.makeInput()
    var compared = 0
    for frame in try DetectorFixtures.frames(6, step: 60) {
      try input.fill(from: frame)
      let (scaleX, scaleY) = (Double(frame.size.width) / 608, Double(frame.size.height) / 448)
      let whole = try Self.people(in: input, window: nil, by: detector, fullSize: frame.size)
      for target in whole where target.score > 0.7 {
        let box = BoundingBox(
          x: target.box.x / scaleX, y: target.box.y / scaleY, width: target.box.width / scaleX,
          height: target.box.height / scaleY)
        let margin = 64.0
        let wanted = BoundingBox(
          x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin,
          height: box.height + 2 * margin)
        let window = detector.window(covering: wanted)
        guard window != detector.wholeWindow else { continue }
        let found = try Self.people(in: input, window: window, by: detector, fullSize: frame.size)
        #expect(found.contains { $0.box.iou(target.box) >= 0.8 }, "\(target) in \(window)")
        compared += 1
        for person in found {
          let (x, y) = (person.box.center.x / scaleX, person.box.center.y / scaleY)
          #expect(x >= Double(window.x) && x <= Double(window.x + window.size.width), "\(person)")
          #expect(y >= Double(window.y) && y <= Double(window.y + window.size.height), "\(person)")
        }
      }
    }
    #expect(compared >= 10)
  }

  @Test(.enabled(if: DetectorFixtures.hasBothEngines))
  func aLookAtAPartLeavesLaterLooksAtTheWholeAsTheyWere() throws {
    let detector = try Self.detector()
    let frame = try #require(try DetectorFixtures.frames(1, step: 1).first)
    let input = detector.makeInput()
    try input.fill(from: frame)
    let before = try Self.people(in: input, window: nil, by: detector, fullSize: frame.size)
    for corner in [(0.0, 0.0), (500.0, 0.0), (0.0, 400.0), (0.0, 0.0)] {
      let window = detector.window(covering: BoundingBox(x: corner.0, y: corner.1, width: 9, height: 9))
      #expect(window.size == PixelSize(width: 224, height: 160))
      let part = try Self.people(in: input, window: window, by: detector, fullSize: frame.size)
      #expect(try Self.people(in: input, window: window, by: detector, fullSize: frame.size) == part)
    }
    #expect(try Self.people(in: input, window: nil, by: detector, fullSize: frame.size) == before)
  }

  @Test func aDetectorWithoutANetworkLooksAtTheWhole() throws {
    let detector = try Self.detector("hog", .auto)
    let spot = BoundingBox(x: 10, y: 10, width: 20, height: 20)
    #expect(detector.window(covering: spot) == detector.wholeWindow)
  }

  @Test(
    .enabled(if: DetectorFixtures.hasBothEngines && SharedData.hasModel("person-ssdlite-300x300.onnx")),
    arguments: [("yolov3-tiny", EngineChoice.opencv), ("ssdlite", .opencv), ("ssdlite", .openvino)])
  func whereANetworkHasNoPartsTheWholeIsLookedAt(name: String, engine: EngineChoice) throws {
    let detector = try Self.detector(name, engine)
    let spot = BoundingBox(x: 10, y: 10, width: 20, height: 20)
    #expect(detector.window(covering: spot) == detector.wholeWindow)
    #expect(detector.wholeWindow.size == detector.profile.inputSize)
  }
}
