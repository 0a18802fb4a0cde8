import FootfallCore
import FootfallExport

extension SceneFile {
  /// What staff wear, by camera; nothing where the file names no uniforms.
  /// - Throws: ``CommandError`` with `noInput` or `badData` where what `footfall staff learn` wrote can't be read;
  ///   ``SceneError`` where it knows none of the cameras.
  func uniforms() throws -> [String: StaffUniform] {
    guard let file = staffUniforms else { return [:] }
    let bytes = try InputFile.bytes(at: file.value)
    let uniforms = try DocumentInput.naming(file.value, "uniforms") { () throws(DocumentError) in
      try StaffUniformDocument(bytes).byCamera
    }
    let known = cameras.map(\.id.value)
    guard known.contains(where: { uniforms[$0] != nil }) else {
      throw SceneError(
        path: path, at: file.position,
        "staffUniforms has no camera of this scene, but \(SceneParser.listed(uniforms.keys.sorted())); "
          + "cameras: \(SceneParser.listed(known))")
    }
    return uniforms
  }
}
