/// How a network's input is made and its raw outputs become people.
public struct DetectorRecipe: Hashable, Sendable, Decodable {
  /// The family of the network's outputs.
  public enum Decoder: String, Hashable, Sendable, Decodable {
    /// Grids with anchor boxes, logits (Redmon and Farhadi 2018).
    case yolov3
    /// Grids without anchors, objectness and classes already probabilities (Ge et al. 2021).
    case yolox
    /// Encodings relative to anchors over several feature maps, logits (Liu et al. 2016).
    case ssd
    /// OpenCV's detector without a network (Dalal and Triggs 2005).
    case hog
  }

  /// The input of the network.
  public struct Input: Hashable, Sendable, Decodable {
    /// Pixels in a row.
    public var width: Int
    /// Rows.
    public var height: Int
  }

  /// What is done to the pixels on their way into the network.
  public struct Normalisation: Hashable, Sendable, Decodable {
    /// The order in which the network wants the channels.
    public enum ColourOrder: String, Hashable, Sendable, Decodable {
      /// Red first.
      case rgb = "RGB"
      /// Blue first, as pictures are kept.
      case bgr = "BGR"
    }

    /// How a picture is fitted to the input.
    public enum Resize: String, Hashable, Sendable, Decodable {
      /// Stretched to the input in both directions.
      case plain
      /// Scaled evenly into the top left corner, `padValue` at the right and bottom.
      case letterbox
    }

    /// The network sees `byte * scale + offset`.
    public var scale: Double
    /// See `scale`.
    public var offset: Double
    /// The order of the channels.
    public var colourOrder: ColourOrder
    /// How a picture is fitted to the input.
    public var resize: Resize
    /// The byte around a letterboxed picture; nil means 0.
    public var padValue: UInt8?
  }

  /// One grid of a YOLO network.
  public struct Head: Hashable, Sendable, Decodable {
    /// Pixels of the input a cell.
    public var stride: Int
    /// Anchor boxes in pixels of the input; empty for networks without anchors.
    public var anchors: [Anchor]

    /// Creates the description of a grid.
    public init(stride: Int, anchors: [Anchor]) {
      self.stride = stride
      self.anchors = anchors
    }
  }

  /// The size of an anchor box in pixels of the network's input.
  public struct Anchor: Hashable, Sendable, Decodable {
    /// Horizontal extent.
    public var width: Double
    /// Vertical extent.
    public var height: Double

    /// Creates an anchor.
    public init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }
  }

  /// Where a tracker draws the line between people and noise, found by trial for this model.
  public struct TrackerThresholds: Hashable, Sendable, Decodable {
    /// Detections below are of no use to the tracker.
    public var minimumScore: Double
    /// Detections from here on may start a track.
    public var trackThreshold: Double
  }

  /// The family of the outputs.
  public var decoder: Decoder
  /// The size of the input; nil where there is no network.
  public var input: Input?
  /// How pixels are prepared; nil where there is no network.
  public var normalisation: Normalisation?
  /// The grids of a YOLO network; nil for others.
  public var heads: [Head]?
  /// The anchors of an SSD network; nil for others.
  public var ssd: SSDRecipe?
  /// Which class of the network is a person.
  public var classIndex: Int
  /// Detections with lower scores are not reported.
  public var scoreThreshold: Double
  /// Of two boxes with a greater intersection over union only the better is kept.
  public var nmsThreshold: Double
  /// What a tracker shall use.
  public var tracker: TrackerThresholds
}
