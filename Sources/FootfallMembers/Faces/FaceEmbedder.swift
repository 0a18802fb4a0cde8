internal import FootfallCore
internal import FootfallVision

/// Turns face crops into embeddings with SFace (Zhong et al., IEEE TIP 30, 2021).
final class FaceEmbedder {
  private let network: PictureNetwork

  /// Opens the network.
  init(catalog: ModelCatalog, engine: EngineChoice, threads: Int) throws(VisionError) {
    let size = PixelSize(width: FaceCrop.side, height: FaceCrop.side)
    network = try PictureNetwork(
      model: "sface", catalog: catalog, engine: engine, inputSize: size, wantsRedFirst: true, threads: threads
    )
    guard network.shapes.count == 1, network.shapes[0].reduce(1, *) == FaceEmbedding.dimensions else {
      throw VisionError(.badData, "model sface: has outputs \(network.shapes); allowed: one of 128 numbers")
    }
  }

  /// Which network and alignment embeddings come from: only those of one version can be compared.
  var version: String { "sface-" + network.checksum.prefix(16) + "-arcface112" }

  /// The embedding of a crop; nil where the crop says nothing, as one of a single colour may.
  func embedding(of crop: FaceCrop) throws(VisionError) -> FaceEmbedding? {
    try network.run(on: crop.buffer)
    let embedding = FaceEmbedding(try network.values(ofOutput: 0))
    try network.eraseOutputs()
    return embedding
  }
}
