/// One file of a model: where it lies in the models folder and what it must be.
public struct ModelFile: Hashable, Sendable, Decodable {
  /// The path relative to the models folder.
  public var path: String
  /// The size in bytes.
  public var bytes: Int
  /// The SHA-256 of the contents, 64 lower-case hexadecimal digits.
  public var sha256: String

  /// Creates the description of a file.
  public init(path: String, bytes: Int, sha256: String) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
  }
}
