import FootfallPipeline

extension SceneFile {
  /// The cameras with their sources.
  /// - Throws: ``SceneError`` where one has none.
  func liveCameras() throws(SceneError) -> [LiveCamera] {
    var result: [LiveCamera] = []
    for camera in cameras {
      guard let source = try source(of: camera) else {
        throw SceneError(
          path: path, at: camera.id.position,
          "camera '\(camera.id.value)' has no source; expected an address, a device or a video file")
      }
      result.append(LiveCamera(id: camera.id.value, source: source))
    }
    return result
  }
}
