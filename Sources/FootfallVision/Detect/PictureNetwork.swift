internal import CFootfallVision
public import FootfallCore

/// A network of the catalog, in f32, that looks at pictures of one size and answers with numbers: for other purposes
/// than finding people.
///
/// Used by one thread at a time.
public final class PictureNetwork {
  /// The size of its pictures.
  public let inputSize: PixelSize
  /// The shape of each output; engines number them differently.
  public let shapes: [[Int]]
  /// The SHA-256 of the model's file.
  public let checksum: String
  private let network: Network

  /// Opens a network: verifies its file, chooses the engine, compiles it.
  /// - Parameters:
  ///   - name: as in the manifest.
  ///   - wantsRedFirst: whether the model takes R G B instead of B G R; it takes bytes as they are, as floats.
  ///   - threads: 1 or more; with OpenCV these are shared by all networks of the process.
  /// - Throws: ``VisionError``: `unavailable` where the manifest doesn't list the model or the file or engine is
  ///   missing, `badData` where the file is not the promised one or can't take this size.
  public init(
    model name: String, catalog: ModelCatalog, engine choice: EngineChoice, inputSize: PixelSize,
    wantsRedFirst: Bool, threads: Int
  ) throws(VisionError) {
    guard let entry = catalog.manifest.entries.first(where: { $0.name == name }),
      let file = entry.files.first(where: { $0.path == entry.file }), let sum = file.sha256
    else {
      throw VisionError(.unavailable, "model \(name): \(catalog.folder)/manifest.json lists no file of it")
    }
    let path = try catalog.verifiedPath(of: [file], ofModel: name)
    let options = ff_network_options(
      width: Int32(inputSize.width), height: Int32(inputSize.height), scale: 1, offset: 0,
      swap_red_blue: wantsRedFirst ? 1 : 0, precision: FF_PRECISION_F32, threads: Int32(threads), streams: 1,
      requests: 1, any_size: 0)
    let network = try Network(
      engine: catalog.engine(for: choice, precision: .f32), path: path,
      openVINOLibrary: catalog.openVINOLibrary,
      options: options, subject: "model \(name): \(path)")
    self.network = network
    self.inputSize = inputSize
    checksum = sum
    var shapes: [[Int]] = []
    for index in 0..<network.outputCount {
      let output = try network.output(index)
      shapes.append(output.shape(Int(output.rank)) ?? [])
    }
    self.shapes = shapes
  }

  /// Looks at a picture of ``inputSize``.
  /// - Throws: ``VisionError`` of kind `internal`.
  public func run(on picture: PixelBuffer) throws(VisionError) {
    precondition(picture.size == inputSize, "the picture has the network's size")
    try network.start(UnsafePointer(picture.storage.assumingMemoryBound(to: UInt8.self)), request: 0)
    try network.wait(request: 0)
  }

  /// The values of an output, row by row, until the next ``run(on:)``.
  /// - Throws: ``VisionError`` of kind `internal`.
  public func values(ofOutput index: Int) throws(VisionError) -> UnsafeBufferPointer<Float> {
    try network.output(index).buffer
  }

  /// Overwrites the values of all outputs.
  /// - Throws: ``VisionError`` of kind `internal`.
  public func eraseOutputs() throws(VisionError) {
    for index in shapes.indices {
      let values = try values(ofOutput: index)
      UnsafeMutableBufferPointer(mutating: values).update(repeating: 0)
    }
  }
}
