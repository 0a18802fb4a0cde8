import CFootfallVision
import FootfallCore
import FootfallTestSupport
import FootfallVision
import Testing

@Suite struct HOGTests {
  @Test(.enabled(if: SharedData.isPresent(DetectorFixtures.pets)))
  func moreBoxesThanFitAreCountedAll() throws {
    let frame = try #require(try DetectorFixtures.frames(1, step: 1).first)
    var picture = ff_picture(
      pixels: frame.storage.assumingMemoryBound(to: UInt8.self), width: 768, height: 576,
      bytes_per_row: 768 * 3)
    var opened: OpaquePointer?
    try #require(ff_hog_open(1, &opened, nil) == FF_OK)
    let hog = try #require(opened)
    defer { ff_hog_close(hog) }
    var all: Int32 = 0
    #expect(ff_hog_detect(hog, &picture, nil, nil, 0, &all, nil) == FF_OK)
    #expect(all > 2)
    var boxes = [ff_box](repeating: ff_box(x: -1, y: 0, width: 0, height: 0), count: 3)
    var scores = [Double](repeating: -1, count: 3)
    var found: Int32 = 0
    #expect(ff_hog_detect(hog, &picture, &boxes, &scores, 2, &found, nil) == FF_OK)
    #expect(found == all)
    #expect(scores[1] >= 0 && scores[2] == -1)
  }

  @Test func aPictureSmallerThanTheWindowHoldsNobody() throws {
    var opened: OpaquePointer?
    try #require(ff_hog_open(1, &opened, nil) == FF_OK)
    let hog = try #require(opened)
    defer { ff_hog_close(hog) }
    var pixels = [UInt8](repeating: 0, count: 63 * 127 * 3)
    var found: Int32 = 9
    pixels.withUnsafeMutableBufferPointer { pixels in
      var picture = ff_picture(pixels: pixels.baseAddress, width: 63, height: 127, bytes_per_row: 63 * 3)
      #expect(ff_hog_detect(hog, &picture, nil, nil, 0, &found, nil) == FF_OK)
      #expect(ff_hog_detect(hog, &picture, nil, nil, 1, &found, nil) == FF_BAD_ARGUMENT)
      #expect(ff_hog_detect(hog, nil, nil, nil, 0, &found, nil) == FF_BAD_ARGUMENT)
      #expect(ff_hog_detect(nil, &picture, nil, nil, 0, &found, nil) == FF_BAD_ARGUMENT)
    }
    #expect(found == 0)
    #expect(ff_hog_open(0, &opened, nil) == FF_BAD_ARGUMENT)
    ff_hog_close(nil)
  }

  @Test(.enabled(if: SharedData.isPresent(DetectorFixtures.pets)))
  func peopleAreFoundWithoutAModelFile() throws {
    let catalog = try DetectorFixtures.catalog()
    let detector = try DetectorFixtures.detector(
      try catalog.profile(named: "hog"), in: catalog, engine: .auto, requests: 2)
    #expect(detector.engine == .opencv)
    let frames = try DetectorFixtures.frames(3, step: 40)
    let people = try DetectorFixtures.people(in: frames, by: detector)
    // The man at the left of the first frame, (254, 216) 28 x 93 to yolov3-tiny.
    let first = try #require(people.first)
    #expect(first.contains { $0.box.iou(BoundingBox(x: 254, y: 216, width: 28, height: 93)) > 0.3 })
    #expect(people.joined().allSatisfy { (0...1).contains($0.score) })
  }

  @Test func itRunsOnOpenCVInF32Only() throws {
    let catalog = try DetectorFixtures.catalog()
    let hog = try catalog.profile(named: "hog")
    #expect(throws: VisionError(.unavailable, "model hog: runs on engine opencv only")) {
      try DetectorFixtures.detector(hog, in: catalog, engine: .openvino)
    }
    #expect(throws: VisionError.self) {
      try DetectorFixtures.detector(hog, in: catalog, engine: .auto, precision: .bf16)
    }
  }
}
