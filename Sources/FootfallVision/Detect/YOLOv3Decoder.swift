public import FootfallCore
internal import Foundation

/// Turns the raw grids of a YOLOv3 network into detections.
///
/// Redmon and Farhadi, "YOLOv3: An Incremental Improvement", 2018, section 2.1: b_x = σ(t_x) + c_x,
/// b_w = p_w e^{t_w}; the score is σ(objectness) σ(person).
public struct YOLOv3Decoder: Hashable, Sendable {
  /// The size of the network's input.
  public let inputSize: PixelSize
  /// The grids of the network.
  public let heads: [DetectorRecipe.Head]
  /// Which class is a person, in networks of more than one class.
  public let classIndex: Int
  /// Detections with lower scores are left out.
  public let scoreThreshold: Double
  private let logitThreshold: Float

  /// Creates a decoder.
  /// - Parameter scoreThreshold: above 0 and below 1.
  public init(
    inputSize: PixelSize, heads: [DetectorRecipe.Head], classIndex: Int, scoreThreshold: Double
  ) {
    self.inputSize = inputSize
    self.heads = heads
    self.classIndex = classIndex
    self.scoreThreshold = scoreThreshold
    logitThreshold = Float(Sigmoid.logit(scoreThreshold)).nextDown
  }

  /// The head whose output has this shape; nil where none has.
  public func head(channels: Int, rows: Int, columns: Int) -> Int? {
    heads.firstIndex { head in
      rows * head.stride == inputSize.height && columns * head.stride == inputSize.width
        && !head.anchors.isEmpty && channels % head.anchors.count == 0
        && channels / head.anchors.count > 5 + (channels / head.anchors.count == 6 ? 0 : classIndex)
    }
  }

  /// Appends the people in one output, in the order of anchors, rows and columns.
  ///
  /// Nothing is suppressed. Boxes may reach beyond the picture.
  /// - Parameters:
  ///   - values: `channels` planes of the head's grid, row-major; an anchor's planes are x, y, width, height,
  ///     objectness, then the classes. Networks of people alone have one class.
  ///   - head: from ``head(channels:rows:columns:)``.
  ///   - scale: from the input to the full picture.
  public func decode(
    _ values: Span<Float>, head index: Int, channels: Int, scale: InputScale,
    into detections: inout [Detection]
  ) {
    let head = heads[index]
    let columns = inputSize.width / head.stride
    let cells = columns * (inputSize.height / head.stride)
    let planes = channels / head.anchors.count
    let classPlane = 5 + (planes == 6 ? 0 : classIndex)
    for anchor in head.anchors.indices {
      let first = anchor * planes * cells
      for cell in 0..<cells {
        let objectness = values[first + 4 * cells + cell]
        let person = values[first + classPlane * cells + cell]
        // Each factor is at least the product, so that most cells cost two comparisons and no exponential.
        guard objectness >= logitThreshold, person >= logitThreshold else { continue }
        let score = Sigmoid.value(objectness) * Sigmoid.value(person)
        guard score >= scoreThreshold else { continue }
        if let box = Self.box(
          values, at: first + cell, plane: cells, column: cell % columns, row: cell / columns,
          stride: Double(head.stride), anchor: head.anchors[anchor], scale: scale)
        {
          detections.append(Detection(box: box, score: score))
        }
      }
    }
  }

  private static func box(
    _ values: Span<Float>, at first: Int, plane: Int, column: Int, row: Int, stride: Double,
    anchor: DetectorRecipe.Anchor, scale: InputScale
  ) -> BoundingBox? {
    scale.box(
      centerX: (Double(column) + Sigmoid.value(values[first])) * stride,
      centerY: (Double(row) + Sigmoid.value(values[first + plane])) * stride,
      width: anchor.width * exp(Double(values[first + 2 * plane])),
      height: anchor.height * exp(Double(values[first + 3 * plane])))
  }
}
