/// How the anchors of an SSD network are laid out and its boxes encoded.
///
/// The rules are those of the TensorFlow Object Detection API, `multiple_grid_anchor_generator.py` and
/// `faster_rcnn_box_coder.py`.
public struct SSDRecipe: Hashable, Sendable, Decodable {
  /// An anchor of the first feature map.
  public struct BoxShape: Hashable, Sendable, Decodable {
    /// Geometric mean of the sides, as a fraction of the input.
    public var scale: Double
    /// Width over height.
    public var aspectRatio: Double
  }

  /// What the network's encodings are divided by.
  public struct BoxCoder: Hashable, Sendable, Decodable {
    /// Divisor of the vertical offset.
    public var y: Double
    /// Divisor of the horizontal offset.
    public var x: Double
    /// Divisor of the logarithm of the height.
    public var height: Double
    /// Divisor of the logarithm of the width.
    public var width: Double
  }

  /// Cells in a row of each (square) feature map.
  public var featureMapSizes: [Int]
  /// The scale of each feature map, and the one that would follow.
  public var scales: [Double]
  /// Aspect ratios of the anchors on all maps but the first.
  public var aspectRatios: [Double]
  /// The anchors of the first map.
  public var lowestMapBoxes: [BoxShape]
  /// The divisors of the encoding.
  public var boxCoder: BoxCoder
}
