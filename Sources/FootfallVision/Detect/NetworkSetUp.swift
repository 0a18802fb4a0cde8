internal import CFootfallVision
internal import FootfallCore

/// Chooses engine and file for a model and opens it.
struct NetworkSetUp {
  let profile: ModelProfile
  let catalog: ModelCatalog
  let threads: Int
  let streams: Int
  let requests: Int

  /// The engine to take; throws where it cannot be had or does not know the precision.
  func engine(for choice: EngineChoice, precision: Precision) throws(VisionError) -> Engine {
    switch choice {
    case .opencv:
      if precision != .f32 {
        throw VisionError(
          .unavailable,
          "model \(profile.name): engine opencv has precision f32 only, \(precision.rawValue) is asked for")
      }
      return .opencv
    case .openvino:
      try checkOpenVINO()
      return .openvino
    case .auto:
      // A smaller precision is a wish for OpenVINO, so that its absence must not pass unnoticed.
      if precision != .f32 {
        try checkOpenVINO()
        return .openvino
      }
      return EngineProbe.opens(catalog.openVINOLibrary) ? .openvino : .opencv
    }
  }

  func open(with engine: Engine, precision: Precision) throws(VisionError) -> Network {
    let path = try verifiedPath(for: precision)
    let normalisation = profile.recipe.normalisation
    let options = ff_network_options(
      width: Int32(profile.inputSize.width), height: Int32(profile.inputSize.height),
      scale: Float(normalisation?.scale ?? 1), offset: Float(normalisation?.offset ?? 0),
      swap_red_blue: normalisation?.colourOrder == .rgb ? 1 : 0,
      precision: precision == .bf16 ? FF_PRECISION_BF16 : FF_PRECISION_F32, threads: Int32(threads),
      streams: Int32(streams), requests: Int32(requests))
    return try Network(
      engine: engine, path: path, openVINOLibrary: catalog.openVINOLibrary, options: options,
      subject: "model \(profile.name): \(path)")
  }

  private func checkOpenVINO() throws(VisionError) {
    let library = catalog.openVINOLibrary
    guard let problem = EngineProbe.problem(opening: library) else { return }
    throw VisionError(.unavailable, "engine openvino: \(problem); run \(EngineProbe.fetchCommand)")
  }

  private func verifiedPath(for precision: Precision) throws(VisionError) -> String {
    if precision == .int8 {
      guard let first = profile.int8Files.first else {
        throw VisionError(
          .unavailable, "model \(profile.name): there is no int8 model of it; use f32 or bf16")
      }
      for file in profile.int8Files.dropFirst() { _ = try catalog.verifiedPath(of: file, for: profile) }
      return try catalog.verifiedPath(of: first, for: profile)
    }
    guard let file = profile.file else {
      throw VisionError(.badData, "model \(profile.name): the manifest names no file")
    }
    return try catalog.verifiedPath(of: file, for: profile)
  }
}
