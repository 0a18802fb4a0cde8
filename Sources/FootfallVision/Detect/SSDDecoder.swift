public import FootfallCore
internal import Foundation

/// Turns the raw heads of an SSD network into detections.
///
/// Liu et al., "SSD: Single Shot MultiBox Detector", 2016, with anchors and encoding as in the TensorFlow Object
/// Detection API (see ``SSDRecipe``).
public struct SSDDecoder: Hashable, Sendable {
  /// An anchor box in fractions of the input.
  public struct Anchor: Hashable, Sendable {
    /// Middle, horizontally.
    public var centerX: Double
    /// Middle, vertically.
    public var centerY: Double
    /// Horizontal extent.
    public var width: Double
    /// Vertical extent.
    public var height: Double

    /// Creates an anchor.
    public init(centerX: Double, centerY: Double, width: Double, height: Double) {
      self.centerX = centerX
      self.centerY = centerY
      self.width = width
      self.height = height
    }
  }

  /// The size of the network's input.
  public let inputSize: PixelSize
  /// The anchors in the order of the rows: feature maps, then rows, columns and the anchors of a cell.
  public let anchors: [Anchor]
  /// Which column of the scores is a person.
  public let classIndex: Int
  /// Detections with lower scores are left out.
  public let scoreThreshold: Double
  private let coder: SSDRecipe.BoxCoder
  private let logitThreshold: Float

  /// Creates a decoder.
  /// - Parameter scoreThreshold: above 0 and below 1.
  public init(inputSize: PixelSize, recipe: SSDRecipe, classIndex: Int, scoreThreshold: Double) {
    self.inputSize = inputSize
    self.classIndex = classIndex
    self.scoreThreshold = scoreThreshold
    coder = recipe.boxCoder
    logitThreshold = Float(Sigmoid.logit(scoreThreshold)).nextDown
    anchors = Self.anchors(of: recipe)
  }

  /// Appends the people in the two outputs, in the order of the anchors.
  ///
  /// Nothing is suppressed. Boxes may reach beyond the picture.
  /// - Parameters:
  ///   - boxes: a row of 4 for each anchor: offsets y, x, logarithms of height, width, all in units of the coder.
  ///   - scores: a row of `classes` logits for each anchor.
  ///   - scale: from the input to the full picture.
  public func decode(
    boxes: Span<Float>, scores: Span<Float>, classes: Int, scale: InputScale,
    into detections: inout [Detection]
  ) {
    let width = Double(inputSize.width)
    let height = Double(inputSize.height)
    for index in anchors.indices {
      let logit = scores[index * classes + classIndex]
      guard logit >= logitThreshold else { continue }
      let score = Sigmoid.value(logit)
      guard score >= scoreThreshold else { continue }
      let anchor = anchors[index]
      if let box = scale.box(
        centerX: (anchor.centerX + Double(boxes[4 * index + 1]) / coder.x * anchor.width) * width,
        centerY: (anchor.centerY + Double(boxes[4 * index]) / coder.y * anchor.height) * height,
        width: exp(Double(boxes[4 * index + 3]) / coder.width) * anchor.width * width,
        height: exp(Double(boxes[4 * index + 2]) / coder.height) * anchor.height * height)
      {
        detections.append(Detection(box: box, score: score))
      }
    }
  }

  private static func anchors(of recipe: SSDRecipe) -> [Anchor] {
    var anchors: [Anchor] = []
    for (map, size) in recipe.featureMapSizes.enumerated() {
      let shapes = shapes(of: recipe, map: map)
      for row in 0..<size {
        for column in 0..<size {
          for shape in shapes {
            let root = shape.aspectRatio.squareRoot()
            anchors.append(
              Anchor(
                centerX: (Double(column) + 0.5) / Double(size), centerY: (Double(row) + 0.5) / Double(size),
                width: shape.scale * root, height: shape.scale / root))
          }
        }
      }
    }
    return anchors
  }

  /// One anchor an aspect ratio, then a square between this map's scale and the next.
  private static func shapes(of recipe: SSDRecipe, map: Int) -> [SSDRecipe.BoxShape] {
    if map == 0 { return recipe.lowestMapBoxes }
    let scale = recipe.scales[map]
    let between = (scale * recipe.scales[map + 1]).squareRoot()
    return recipe.aspectRatios.map { SSDRecipe.BoxShape(scale: scale, aspectRatio: $0) }
      + [SSDRecipe.BoxShape(scale: between, aspectRatio: 1)]
  }
}
