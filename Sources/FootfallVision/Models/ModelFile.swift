/// One file of a model: where it lies in the models folder and what it must be.
public struct ModelFile: Hashable, Sendable, Decodable {
  /// The path relative to the models folder.
  public var path: String
  /// The size in bytes; nil where it depends on the file it is made from.
  public var bytes: Int?
  /// The SHA-256 of the contents, 64 lower-case hexadecimal digits; nil where it is known only once the file has
  /// been made, and written into ``receipt``.
  public var sha256: String?

  /// Creates the description of a file.
  public init(path: String, bytes: Int?, sha256: String?) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// The list of checksums, as sha256sum writes it, which `scripts/fetch-models` leaves beside files that it makes
  /// from one that is not known beforehand: the path without its extension, and `.sha256`.
  public var receipt: String { stem + ".sha256" }

  /// The path without its extension.
  var stem: String { path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path }
}
