public import FootfallCore
internal import FootfallTestSupport
public import FootfallVision

/// The raw output of a network as it is shaped in earnest, with values drawn at random: most cells see nobody.
public enum RandomOutput {
  /// The two grids of the default detector.
  case yolov3(YOLOv3Decoder, grids: [[Float]])
  /// The rows of yolox-nano at 416x320, for people alone.
  case yolox(YOLOXDecoder, rows: [Float])

  private static let channels = 18
  private static let columns = 6
  private static let scale = InputScale(x: 1.25, y: 1.25)

  /// Draws the output of yolov3-tiny at 608x448, for people alone.
  public static func yolov3(seed: UInt64) -> RandomOutput {
    let anchors = [(81.0, 82.0), (135, 169), (344, 319), (23, 27), (37, 58)].map {
      DetectorRecipe.Anchor(width: $0.0, height: $0.1)
    }
    let decoder = YOLOv3Decoder(
      inputSize: PixelSize(width: 608, height: 448),
      heads: [
        DetectorRecipe.Head(stride: 32, anchors: Array(anchors[0..<3])),
        DetectorRecipe.Head(stride: 16, anchors: [anchors[3], anchors[4], anchors[0]]),
      ], classIndex: 0, scoreThreshold: 0.05)
    var generator = SeededGenerator(seed: seed)
    let grids = decoder.heads.map { head in
      let cells = 608 / head.stride * (448 / head.stride)
      return (0..<channels * cells).map { index in
        let isScore = index / cells % columns >= 4
        return Float.random(in: isScore ? -12...1 : -1...1, using: &generator)
      }
    }
    return .yolov3(decoder, grids: grids)
  }

  /// Draws the output of yolox-nano at 416x320, for people alone.
  public static func yolox(seed: UInt64) -> RandomOutput {
    let decoder = YOLOXDecoder(
      inputSize: PixelSize(width: 416, height: 320), strides: [8, 16, 32], classIndex: 0,
      scoreThreshold: 0.05)
    var generator = SeededGenerator(seed: seed)
    let rows = (0..<decoder.rowCount * columns).map { index in
      // The sixth power leaves one cell in eighty where both factors are above a half.
      let share = Float.random(in: 0...1, using: &generator)
      return index % columns < 4 ? share : share * share * share * share * share * share
    }
    return .yolox(decoder, rows: rows)
  }

  /// Appends the people in the output.
  public func decode(into detections: inout [Detection]) {
    switch self {
    case .yolov3(let decoder, let grids):
      for (head, grid) in grids.enumerated() {
        decoder.decode(
          grid.span, head: head, channels: Self.channels, scale: Self.scale, into: &detections)
      }
    case .yolox(let decoder, let rows):
      decoder.decode(rows.span, columns: Self.columns, scale: Self.scale, into: &detections)
    }
  }
}
