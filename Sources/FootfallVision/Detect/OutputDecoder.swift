internal import CFootfallVision
internal import FootfallCore

/// Which output of an opened network is what, and how to read it.
enum OutputDecoder {
  /// `heads[output]` and `channels[output]` describe the outputs.
  case yolov3(YOLOv3Decoder, heads: [Int], channels: [Int])
  case yolox(YOLOXDecoder, columns: Int)
  case ssd(SSDDecoder, boxes: Int, scores: Int, classes: Int)

  /// Matches the outputs of `network` with what the profile says about them.
  init(_ profile: ModelProfile, network: Network) throws(VisionError) {
    let recipe = profile.recipe
    guard (0.0001...0.9999).contains(recipe.scoreThreshold), recipe.classIndex >= 0 else {
      throw VisionError(
        .badData,
        "model \(profile.name): score threshold \(recipe.scoreThreshold), class \(recipe.classIndex); "
          + "allowed are 0.0001 to 0.9999 and classes from 0")
    }
    switch recipe.decoder {
    case .yolov3: self = try Self.yolov3(profile, network)
    case .yolox: self = try Self.yolox(profile, network)
    case .ssd: self = try Self.ssd(profile, network)
    case .hog: throw VisionError(.badData, "model \(profile.name): has a file but needs no network")
    }
  }

  /// Appends what the finished request saw.
  func decode(
    _ network: Network, request: Int, scale: InputScale, into detections: inout [Detection]
  ) throws(VisionError) {
    switch self {
    case .yolov3(let decoder, let heads, let channels):
      for output in heads.indices {
        let values = try network.output(output, request: request).buffer
        decoder.decode(
          values.span, head: heads[output], channels: channels[output], scale: scale, into: &detections)
      }
    case .yolox(let decoder, let columns):
      let values = try network.output(0, request: request).buffer
      decoder.decode(values.span, columns: columns, scale: scale, into: &detections)
    case .ssd(let decoder, let boxes, let scores, let classes):
      let boxes = try network.output(boxes, request: request).buffer
      let scores = try network.output(scores, request: request).buffer
      decoder.decode(
        boxes: boxes.span, scores: scores.span, classes: classes, scale: scale, into: &detections)
    }
  }
}

extension OutputDecoder {
  private static func yolov3(_ profile: ModelProfile, _ network: Network) throws(VisionError) -> Self {
    let recipe = profile.recipe
    let decoder = YOLOv3Decoder(
      inputSize: profile.inputSize, heads: recipe.heads ?? [], classIndex: recipe.classIndex,
      scoreThreshold: recipe.scoreThreshold)
    var heads: [Int] = []
    var channels: [Int] = []
    for output in 0..<network.outputCount {
      guard let shape = try network.output(output).shape(3),
        let head = decoder.head(channels: shape[0], rows: shape[1], columns: shape[2])
      else { throw mismatch(network, "output \(output) is no grid of the heads") }
      heads.append(head)
      channels.append(shape[0])
    }
    guard heads.sorted() == Array(decoder.heads.indices) else {
      throw mismatch(network, "\(heads.count) grids for \(decoder.heads.count) heads")
    }
    return .yolov3(decoder, heads: heads, channels: channels)
  }

  private static func yolox(_ profile: ModelProfile, _ network: Network) throws(VisionError) -> Self {
    let recipe = profile.recipe
    let decoder = YOLOXDecoder(
      inputSize: profile.inputSize, strides: (recipe.heads ?? []).map(\.stride),
      classIndex: recipe.classIndex, scoreThreshold: recipe.scoreThreshold)
    guard network.outputCount == 1, let shape = try network.output(0).shape(2),
      shape[0] == decoder.rowCount, shape[1] > 5 + recipe.classIndex
    else { throw mismatch(network, "one output of \(decoder.rowCount) rows is expected") }
    return .yolox(decoder, columns: shape[1])
  }

  private static func ssd(_ profile: ModelProfile, _ network: Network) throws(VisionError) -> Self {
    let recipe = profile.recipe
    guard let anchors = recipe.ssd, anchors.scales.count > anchors.featureMapSizes.count else {
      throw mismatch(network, "no anchors, or fewer scales than feature maps")
    }
    let decoder = SSDDecoder(
      inputSize: profile.inputSize, recipe: anchors, classIndex: recipe.classIndex,
      scoreThreshold: recipe.scoreThreshold)
    var boxes: Int?
    var scores: (output: Int, classes: Int)?
    for output in 0..<network.outputCount {
      guard let shape = try network.output(output).shape(2), shape[0] == decoder.anchors.count else {
        continue
      }
      // 4 columns are the boxes unless they are there already: a model may have 4 classes.
      if shape[1] == 4, boxes == nil { boxes = output } else { scores = (output, shape[1]) }
    }
    guard let boxes, let scores, scores.classes > recipe.classIndex else {
      throw mismatch(network, "two outputs of \(decoder.anchors.count) rows are expected")
    }
    return .ssd(decoder, boxes: boxes, scores: scores.output, classes: scores.classes)
  }

  private static func mismatch(_ network: Network, _ reason: String) -> VisionError {
    VisionError(.badData, "\(network.subject) does not fit its manifest: \(reason)")
  }
}
