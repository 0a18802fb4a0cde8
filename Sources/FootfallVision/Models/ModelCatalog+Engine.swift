extension ModelCatalog {
  /// The engine to take; throws where it cannot be had.
  func engine(for choice: EngineChoice, precision: Precision?) throws(VisionError) -> Engine {
    switch choice {
    case .opencv: return .opencv
    case .openvino:
      try checkOpenVINO()
      return .openvino
    case .auto:
      // A smaller precision is a wish for OpenVINO, so that its absence must not pass unnoticed.
      if let precision, precision != .f32 {
        try checkOpenVINO()
        return .openvino
      }
      return EngineProbe.opens(openVINOLibrary) ? .openvino : .opencv
    }
  }

  private func checkOpenVINO() throws(VisionError) {
    do throws(VisionError) {
      try EngineProbe.open(openVINOLibrary)
    } catch {
      guard error.kind == .unavailable else { throw error }
      throw VisionError(.unavailable, "engine openvino: \(error); run \(EngineProbe.fetchCommand)")
    }
  }
}
