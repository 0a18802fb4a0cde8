public import FootfallCore
internal import Foundation

/// Turns the raw rows of a YOLOX network into detections.
///
/// Ge et al., "YOLOX: Exceeding YOLO Series in 2021", section 2.1 (anchor-free) and the project's
/// `demo_postprocess`: centre (x + column) · stride, size e^w · stride; objectness and classes are probabilities.
public struct YOLOXDecoder: Hashable, Sendable {
  /// The size of the network's input.
  public let inputSize: PixelSize
  /// Pixels of the input a cell, for each grid in the order of the rows.
  public let strides: [Int]
  /// Which class is a person.
  public let classIndex: Int
  /// Detections with lower scores are left out.
  public let scoreThreshold: Double

  /// The rows which the network gives for its input size.
  public var rowCount: Int {
    strides.reduce(0) { $0 + (inputSize.width / $1) * (inputSize.height / $1) }
  }

  /// Creates a decoder.
  public init(inputSize: PixelSize, strides: [Int], classIndex: Int, scoreThreshold: Double) {
    self.inputSize = inputSize
    self.strides = strides
    self.classIndex = classIndex
    self.scoreThreshold = scoreThreshold
  }

  /// Appends the people in the output, in the order of its rows.
  ///
  /// Nothing is suppressed. Boxes may reach beyond the picture.
  /// - Parameters:
  ///   - values: ``rowCount`` rows of `columns` values: x, y, width, height, objectness, then the classes.
  ///   - scale: from the input to the full picture.
  public func decode(
    _ values: Span<Float>, columns: Int, scale: InputScale, into detections: inout [Detection]
  ) {
    var first = 0
    for stride in strides {
      for row in 0..<inputSize.height / stride {
        for column in 0..<inputSize.width / stride {
          let objectness = Double(values[first + 4])
          if objectness >= scoreThreshold {
            let score = objectness * Double(values[first + 5 + classIndex])
            let size = Double(stride)
            if score >= scoreThreshold,
              let box = scale.box(
                centerX: (Double(column) + Double(values[first])) * size,
                centerY: (Double(row) + Double(values[first + 1])) * size,
                width: exp(Double(values[first + 2])) * size, height: exp(Double(values[first + 3])) * size)
            {
              detections.append(Detection(box: box, score: score))
            }
          }
          first += columns
        }
      }
    }
  }
}
