internal import Foundation

/// The list of all models, `models/manifest.json`: the one place that names files, checksums and how to run them.
public struct ModelManifest: Hashable, Sendable, Decodable {
  /// The version of the format; 1.
  public var version: Int
  /// The models, the default one first.
  public var entries: [ModelEntry]

  /// Reads the manifest in the file `path`.
  /// - Throws: ``VisionError`` of kind `unavailable` where the file is absent, `badData` where it is not a manifest
  ///   of version 1; the message names the file and the JSON path.
  public init(readingFrom path: String) throws(VisionError) {
    guard let contents = FileManager.default.contents(atPath: path) else {
      throw VisionError(.unavailable, "\(path): cannot be read; it lists the models and lies beside them")
    }
    do {
      self = try JSONDecoder().decode(ModelManifest.self, from: contents)
    } catch let error as DecodingError {
      throw VisionError(.badData, "\(path): \(Self.describe(error))")
    } catch {
      throw VisionError(.badData, "\(path): not a list of models")
    }
    guard version == 1 else {
      throw VisionError(.badData, "\(path): version \(version); this footfall reads version 1")
    }
  }

  private static func describe(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      return "\(pointer(context)): \"\(key.stringValue)\" is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(pointer(context)): a value of another type is expected"
    case .dataCorrupted(let context):
      return "\(pointer(context)): \(context.debugDescription)"
    @unknown default:
      return "not a list of models"
    }
  }

  private static func pointer(_ context: DecodingError.Context) -> String {
    context.codingPath.isEmpty
      ? "/" : context.codingPath.map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
  }
}
