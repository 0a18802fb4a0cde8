public import FootfallCore

/// All there is to know about a detector of people before its file is opened.
///
/// Comes from ``ModelCatalog/profile(named:)``; a changed copy runs another file or input size of the same family.
public struct ModelProfile: Hashable, Sendable {
  /// The name by which a person asks for it: `yolov3-tiny`.
  public var name: String
  /// The licence of the weights.
  public var licence: String
  /// Who made it, from what and when.
  public var origin: String
  /// The file that OpenCV opens; nil where the detector needs none.
  public var file: ModelFile?
  /// What OpenVINO runs, one a precision; empty where the detector needs no file.
  public var variants: [ModelVariant]
  /// How it is run.
  public var recipe: DetectorRecipe

  /// The size of the network's input; pictures are resized to it.
  ///
  /// Detectors without a network look at pictures of up to 768 x 576, where people of half the picture's height
  /// fill their window.
  public var inputSize: PixelSize {
    get {
      recipe.input.map { PixelSize(width: $0.width, height: $0.height) } ?? PixelSize(width: 768, height: 576)
    }
    set { recipe.input = DetectorRecipe.Input(width: newValue.width, height: newValue.height) }
  }

  /// How a picture is fitted to ``inputSize``.
  public var resize: DetectorRecipe.Normalisation.Resize { recipe.normalisation?.resize ?? .letterbox }

  /// The byte around a letterboxed picture.
  public var padding: UInt8 { recipe.normalisation?.padValue ?? 0 }

  /// The command that fetches its files.
  public var fetchCommand: String { Self.fetchCommand(forModel: name) }

  static func fetchCommand(forModel name: String) -> String { "scripts/fetch-models \(name)" }

  /// What OpenVINO runs in `precision`; nil where there is no such model.
  public func variant(_ precision: Precision) -> ModelVariant? {
    variants.first { $0.precision == precision }
  }

  /// The files that an engine needs, the one to open first; empty where it needs none.
  /// - Throws: ``VisionError`` of kind `unavailable` where there is no model of this precision.
  public func files(for engine: Engine, precision: Precision) throws(VisionError) -> [ModelFile] {
    guard let file else { return [] }
    if engine == .opencv, precision == .f32 { return [file] }
    guard engine == .openvino, let variant = variant(precision) else {
      let known = engine == .opencv ? [.f32] : variants.map(\.precision)
      throw VisionError(
        .unavailable,
        "model \(name): engine \(engine.rawValue) has it in \(known.map(\.rawValue).joined(separator: ", ")), "
          + "\(precision.rawValue) is asked for")
    }
    return variant.files
  }

  init?(_ entry: ModelEntry) {
    guard let recipe = entry.detector else { return nil }
    name = entry.name
    licence = entry.licence
    origin = entry.origin
    file = entry.files.first { $0.path == entry.file }
    variants = entry.variants
    self.recipe = recipe
  }
}

extension ModelEntry {
  fileprivate var variants: [ModelVariant] {
    if let precisions {
      return precisions.map {
        ModelVariant(
          precision: $0.precision, files: files(opening: $0.file), ap50: $0.ap50,
          relativeTime: $0.relativeTime)
      }
    }
    guard let file else { return [] }
    return [.f32, .bf16].map { ModelVariant(precision: $0, files: files(opening: file)) }
  }

  /// The named file and, after it, weights of the same stem: those of OpenVINO's format are opened along with it.
  private func files(opening path: String) -> [ModelFile] {
    let opened = files.filter { $0.path == path }
    guard let stem = opened.first?.stem else { return [] }
    return opened + files.filter { $0.path == stem + ".bin" }
  }
}
