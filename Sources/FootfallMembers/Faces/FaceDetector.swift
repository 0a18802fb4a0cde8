internal import FootfallCore
internal import FootfallVision
internal import Glibc

/// Finds faces with YuNet (Wu, Peng and Yu, Machine Intelligence Research 20, 2023).
final class FaceDetector {
  /// What the outputs of one stride are called by their shape.
  private struct Head {
    let stride: Int
    /// Classification and objectness: of one shape, and only their product is used.
    var confidences: [Int] = []
    var boxes: Int?
    var points: Int?
  }

  /// Faces less sure than this are none.
  static let scoreThreshold = 0.6
  /// The overlap from which two boxes are one face; OpenCV's default for YuNet.
  private static let overlapThreshold = 0.3

  private let network: PictureNetwork
  private let heads: [Head]

  /// Opens the network for canvases.
  init(catalog: ModelCatalog, engine: EngineChoice, threads: Int) throws(VisionError) {
    let size = PixelSize(width: FaceCanvas.side, height: FaceCanvas.side)
    network = try PictureNetwork(
      model: "yunet", catalog: catalog, engine: engine, inputSize: size, wantsRedFirst: false,
      threads: threads)
    let shapes = network.shapes
    heads = [8, 16, 32].map { stride in
      let cells = (FaceCanvas.side / stride) * (FaceCanvas.side / stride)
      var head = Head(stride: stride)
      for (index, shape) in shapes.enumerated() where shape.dropLast().last == cells {
        switch shape.last {
        case 1: head.confidences.append(index)
        case 4: head.boxes = index
        case 10: head.points = index
        default: break
        }
      }
      return head
    }
    guard heads.allSatisfy({ $0.confidences.count == 2 && $0.boxes != nil && $0.points != nil }) else {
      throw VisionError(
        .badData, "model yunet: has outputs \(shapes); allowed: 12, for the strides 8, 16 and 32")
    }
  }

  /// The faces on a canvas, the surest first; each face once.
  func faces(on canvas: FaceCanvas) throws(VisionError) -> [DetectedFace] {
    try network.run(on: canvas.buffer)
    var found: [DetectedFace] = []
    for head in heads { try decode(head, into: &found) }
    try network.eraseOutputs()
    found.sort { ($1.score, $0.box.y, $0.box.x) < ($0.score, $1.box.y, $1.box.x) }
    var kept: [DetectedFace] = []
    for face in found where !kept.contains(where: { $0.box.iou(face.box) > Self.overlapThreshold }) {
      kept.append(face)
    }
    return kept
  }

  private func decode(_ head: Head, into found: inout [DetectedFace]) throws(VisionError) {
    guard let boxOutput = head.boxes, let pointOutput = head.points else { return }
    let first = try network.values(ofOutput: head.confidences[0])
    let second = try network.values(ofOutput: head.confidences[1])
    let boxes = try network.values(ofOutput: boxOutput)
    let points = try network.values(ofOutput: pointOutput)
    let (columns, stride) = (FaceCanvas.side / head.stride, Double(head.stride))
    for cell in first.indices {
      let product = min(max(first[cell], 0), 1) * min(max(second[cell], 0), 1)
      let score = Double(product).squareRoot()
      guard score >= Self.scoreThreshold else { continue }
      let corner = Point(Double(cell % columns), Double(cell / columns))
      let center = corner + Point(Double(boxes[4 * cell]), Double(boxes[4 * cell + 1]))
      let (width, height) = (extent(boxes[4 * cell + 2]), extent(boxes[4 * cell + 3]))
      func point(_ index: Int) -> Point {
        let offset = 10 * cell + 2 * index
        return (corner + Point(Double(points[offset]), Double(points[offset + 1]))) * stride
      }
      found.append(
        DetectedFace(
          box: BoundingBox(
            x: (center.x - width / 2) * stride, y: (center.y - height / 2) * stride, width: width * stride,
            height: height * stride),
          score: score,
          landmarks: FaceLandmarks(
            leftEye: point(0), rightEye: point(1), nose: point(2), leftMouth: point(3), rightMouth: point(4)))
      )
    }
  }

  /// In strides; bounded, so that a wild value stays a number.
  private func extent(_ logarithm: Float) -> Double { exp(Double(min(logarithm, 10))) }
}
