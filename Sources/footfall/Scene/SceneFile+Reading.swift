extension SceneFile {
  /// Reads and checks a scene file.
  /// - Parameter needsCameras: whether a file without cameras is refused, even if it has a floor plan.
  /// - Throws: ``SceneError`` of kind `noInput` where the file can't be read, `badData` where it can't be used.
  init(contentsOfFile path: String, needsCameras: Bool = true) throws(SceneError) {
    let root = try YAMLDocument.root(ofFile: path, kind: "scene file")
    self = try SceneParser(path: path, needsCameras: needsCameras).scene(from: root)
  }

  /// Checks the text of a scene file; `path` is what errors call it and what relative sources start from.
  init(text: String, path: String) throws(SceneError) {
    self = try SceneParser(path: path).scene(from: YAMLDocument.root(of: text, path: path))
  }
}
