internal import Foundation

extension YAMLDocument {
  /// The root of the only document in a file.
  /// - Parameter kind: what the file is to be, for errors: `scene file`.
  /// - Throws: ``SceneError`` of kind `noInput` where the file can't be read, `badData` where it is no such document.
  static func root(ofFile path: String, kind: String) throws(SceneError) -> YAMLValue {
    let bytes = try bytes(ofFile: path, kind: kind)
    if bytes.count > largestFileBytes { throw tooLarge(path: path) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SceneError(path: path, at: endOfValidText(in: bytes), "not text in UTF-8")
    }
    return try root(of: text, path: path)
  }

  /// The file's bytes, or one more than the limit of them.
  private static func bytes(ofFile path: String, kind: String) throws(SceneError) -> Data {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw SceneError(.noInput, path: path, "no such file; expected a \(kind) (YAML)")
    }
    guard !isFolder.boolValue else {
      throw SceneError(.noInput, path: path, "is a folder; expected a \(kind) (YAML)")
    }
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      var bytes = Data()
      // A pipe hands out what it holds, so one read is not the whole file.
      while bytes.count <= largestFileBytes,
        let part = try handle.read(upToCount: largestFileBytes + 1 - bytes.count), !part.isEmpty
      {
        bytes.append(part)
      }
      return bytes
    } catch {
      throw SceneError(.noInput, path: path, "can't be read; expected a readable \(kind) (YAML)")
    }
  }

  private static func endOfValidText(in bytes: Data) -> SourcePosition {
    var position = SourcePosition.start
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { position.advance(over: scalar) }
    return position
  }
}
