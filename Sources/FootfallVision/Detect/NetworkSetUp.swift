internal import CFootfallVision
internal import FootfallCore

/// Chooses the file of a model and opens it.
struct NetworkSetUp {
  let profile: ModelProfile
  let catalog: ModelCatalog
  let threads: Int
  let streams: Int
  let requests: Int
  /// Whether parts of the input are to be looked at.
  let wantsParts: Bool

  /// What the engine computes with when nothing is asked for.
  func precision(on engine: Engine) -> Precision {
    engine == .opencv ? .f32 : PrecisionChoice(for: profile, on: .current).precision
  }

  /// Whether parts of the input can be looked at: where they are wanted, the network is convolutions all through, and
  /// the engine takes inputs of several sizes.
  func hasParts(on engine: Engine) -> Bool {
    wantsParts && engine == .openvino && [.yolov3, .yolox].contains(profile.recipe.decoder)
  }

  func open(with engine: Engine, precision: Precision) throws(VisionError) -> Network {
    let files = try profile.files(for: engine, precision: precision)
    let path = try catalog.verifiedPath(of: files, for: profile)
    let normalisation = profile.recipe.normalisation
    let options = ff_network_options(
      width: Int32(profile.inputSize.width), height: Int32(profile.inputSize.height),
      scale: Float(normalisation?.scale ?? 1), offset: Float(normalisation?.offset ?? 0),
      swap_red_blue: normalisation?.colourOrder == .rgb ? 1 : 0,
      precision: precision == .bf16 ? FF_PRECISION_BF16 : FF_PRECISION_F32, threads: Int32(threads),
      streams: Int32(streams), requests: Int32(requests), any_size: hasParts(on: engine) ? 1 : 0)
    return try Network(
      engine: engine, path: path, openVINOLibrary: catalog.openVINOLibrary, options: options,
      subject: "model \(profile.name): \(path)")
  }
}
