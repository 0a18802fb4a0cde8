/// Where the pictures of a camera come from.
enum SceneSource {
  /// `source` as the scene file at `sceneFile` means it: a relative path starts from the file's folder, so that a scene
  /// and its clips can be moved together; addresses (`scheme://`) and absolute paths (`/dev/video0`) stay.
  static func resolved(_ source: String, sceneFile: String) -> String {
    guard !isAddress(source), !source.hasPrefix("/"), let slash = sceneFile.lastIndex(of: "/") else {
      return source
    }
    return String(sceneFile[...slash]) + source
  }

  /// Whether `source` begins with a scheme (RFC 3986, section 3.1) and `://`.
  static func isAddress(_ source: String) -> Bool {
    guard let separator = source.firstRange(of: "://") else { return false }
    let scheme = source[..<separator.lowerBound].utf8
    return scheme.first.map(isLetter) == true
      && scheme.allSatisfy { isLetter($0) || "0123456789+-.".utf8.contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
