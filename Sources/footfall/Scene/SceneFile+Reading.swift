internal import Foundation

extension SceneFile {
  /// Reads and checks a scene file.
  /// - Throws: ``SceneError`` of kind `noInput` where the file can't be read, `badData` where it can't be used.
  init(contentsOfFile path: String) throws(SceneError) {
    try self.init(text: SceneFile.text(ofFile: path), path: path)
  }

  /// Checks the text of a scene file; `path` is what errors call it and what relative sources start from.
  init(text: String, path: String) throws(SceneError) {
    self = try SceneParser(path: path).scene(from: YAMLDocument.root(of: text, path: path))
  }

  private static func text(ofFile path: String) throws(SceneError) -> String {
    let bytes = try bytes(ofFile: path)
    if bytes.count > YAMLDocument.largestFileBytes { throw YAMLDocument.tooLarge(path: path) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SceneError(path: path, at: endOfValidText(in: bytes), "not text in UTF-8")
    }
    return text
  }

  /// The file's bytes, or one more than the limit of them.
  private static func bytes(ofFile path: String) throws(SceneError) -> Data {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw SceneError(.noInput, path: path, "no such file; expected a scene file (YAML)")
    }
    guard !isFolder.boolValue else {
      throw SceneError(.noInput, path: path, "is a folder; expected a scene file (YAML)")
    }
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      var bytes = Data()
      // A pipe hands out what it holds, so one read is not the whole file.
      while bytes.count <= YAMLDocument.largestFileBytes,
        let part = try handle.read(upToCount: YAMLDocument.largestFileBytes + 1 - bytes.count), !part.isEmpty
      {
        bytes.append(part)
      }
      return bytes
    } catch {
      throw SceneError(.noInput, path: path, "can't be read; expected a readable scene file (YAML)")
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
