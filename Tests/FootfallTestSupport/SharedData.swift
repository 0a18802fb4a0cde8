public import Foundation

/// Test data kept outside the repository, in `shared/` beside the checkout.
public enum SharedData {
  /// The folder `shared/` beside the checkout, or the one named by `FOOTFALL_SHARED`.
  public static let root: URL = {
    if let path = ProcessInfo.processInfo.environment["FOOTFALL_SHARED"] {
      return URL(fileURLWithPath: path)
    }
    return packageRoot.deletingLastPathComponent().appendingPathComponent("shared")
  }()

  /// The checkout.
  public static let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Whether `path`, relative to ``root``, is there; prints why the test is skipped where it is not.
  public static func isPresent(_ path: String) -> Bool {
    isPresent(root.appendingPathComponent(path))
  }

  /// The models folder of the checkout, or the one named by `FOOTFALL_MODELS`.
  public static let models: URL = {
    if let path = ProcessInfo.processInfo.environment["FOOTFALL_MODELS"], !path.isEmpty {
      return URL(fileURLWithPath: path)
    }
    return packageRoot.appendingPathComponent("models")
  }()

  /// Whether a model that `scripts/fetch-models` leaves in ``models`` is there; prints the reason where not.
  public static func hasModel(_ file: String) -> Bool {
    isPresent(models.appendingPathComponent(file))
  }

  private static func isPresent(_ url: URL) -> Bool {
    if FileManager.default.fileExists(atPath: url.path) { return true }
    print("skipped: \(url.path) is absent")
    return false
  }
}
