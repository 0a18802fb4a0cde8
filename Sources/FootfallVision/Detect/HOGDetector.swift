internal import CFootfallVision
internal import FootfallCore

/// OpenCV's people detector, which needs no model file; used by one thread at a time.
final class HOGDetector {
  private let handle: OpaquePointer
  private var boxes = [ff_box](repeating: ff_box(), count: 256)
  private var margins = [Double](repeating: 0, count: 256)

  init(threads: Int) throws(VisionError) {
    var opened: OpaquePointer?
    try VisionError.check("model hog") { error in ff_hog_open(Int32(threads), &opened, error) }
    guard let opened else { throw VisionError(.internal, "model hog: not opened") }
    handle = opened
  }

  deinit { ff_hog_close(handle) }

  /// Appends the people in the picture whose score is `scoreThreshold` or more.
  func detect(
    in input: DetectorInput, scoreThreshold: Double, scale: InputScale, into detections: inout [Detection]
  ) throws(VisionError) {
    var found = try search(input)
    if found > boxes.count {
      boxes = [ff_box](repeating: ff_box(), count: found)
      margins = [Double](repeating: 0, count: found)
      found = try search(input)
    }
    for index in 0..<found {
      let score = Self.score(margin: margins[index])
      if score >= scoreThreshold {
        detections.append(Detection(box: Self.person(in: boxes[index], scale: scale), score: score))
      }
    }
  }

  /// 0 at the classifier's border, towards 1 far inside it: the margin itself has no upper limit.
  static func score(margin: Double) -> Double { margin <= 0 ? 0 : margin / (1 + margin) }

  private func search(_ input: DetectorInput) throws(VisionError) -> Int {
    var picture = input.picture
    var found: Int32 = 0
    try VisionError.check("model hog") { error in
      ff_hog_detect(handle, &picture, &boxes, &margins, Int32(boxes.count), &found, error)
    }
    return Int(found)
  }

  /// The window was trained with a margin around the person; the factors are those of OpenCV's
  /// `samples/cpp/peopledetect.cpp`.
  private static func person(in window: ff_box, scale: InputScale) -> BoundingBox {
    BoundingBox(
      x: (Double(window.x) + 0.1 * Double(window.width)) * scale.x,
      y: (Double(window.y) + 0.07 * Double(window.height)) * scale.y,
      width: 0.8 * Double(window.width) * scale.x, height: 0.8 * Double(window.height) * scale.y)
  }
}
