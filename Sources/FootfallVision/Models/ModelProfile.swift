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
  /// The file to open; nil where the detector needs none.
  public var file: ModelFile?
  /// The files of the 8-bit variant, the one to open first; empty where there is none.
  public var int8Files: [ModelFile]
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

  /// The command that fetches its files.
  public var fetchCommand: String { "scripts/fetch-models \(name)" }

  init?(_ entry: ModelEntry) {
    guard let recipe = entry.detector else { return nil }
    name = entry.name
    licence = entry.licence
    origin = entry.origin
    file = entry.files.first { $0.path == entry.file }
    int8Files = entry.int8File.map { entry.int8Variant(opening: $0) } ?? []
    self.recipe = recipe
  }
}

extension ModelEntry {
  /// The named file and, after it, those that share its stem: the weights of an OpenVINO model lie beside it.
  fileprivate func int8Variant(opening path: String) -> [ModelFile] {
    guard let dot = path.lastIndex(of: ".") else { return files.filter { $0.path == path } }
    let stem = path[...dot]
    return files.filter { $0.path == path } + files.filter { $0.path != path && $0.path.hasPrefix(stem) }
  }
}
