internal import FootfallCore
internal import FootfallProcess
internal import FootfallVision

/// Parts of pictures for a ``PersonWatcher``: the camera's process, which has the picture at its full resolution, cuts them
/// out, one at a time.
extension LiveStation {
  /// Makes the memory for parts of pictures, where somebody wants to see some of this camera.
  func prepareCutting(for post: CameraPost) {
    let isWatched = post.camera.map { watcher?.watches($0.id) ?? false } ?? false
    post.cutTrack = nil
    // Without memory people are counted all the same.
    post.cutMemory = isWatched ? try? FrameMemory(slots: 1, bytes: CutPicture.mostBytes) : nil
  }

  /// Asks for a part of the picture that was just looked at, which must not be released yet.
  func lookCloser(at people: [TrackSnapshot], in picture: CameraPicture, of post: CameraPost) {
    guard post.cutMemory != nil, post.cutTrack == nil, let camera = post.camera,
      let look = watcher?.closerLook(at: people, of: camera.id)
    else { return }
    post.cutTrack = look.track
    post.worker?.send(CameraOrder.cut(slot: picture.slot, CutOrder(look.area)))
  }

  /// Shows the part that has come, and overwrites it.
  func show(_ size: PixelSize, of post: CameraPost) {
    guard let memory = post.cutMemory, let track = post.cutTrack, let camera = post.camera else { return }
    post.cutTrack = nil
    let bytes = UnsafeMutableRawBufferPointer(start: memory[0], count: CutPicture.mostBytes)
    defer { CutPicture.erase(bytes) }
    let sides = 1...CutPicture.longestSide
    guard sides.contains(size.width), sides.contains(size.height) else { return }
    watcher?.camera(
      camera.id, shows: track, in: UnsafeRawBufferPointer(rebasing: bytes[..<(size.width * size.height * 3)]),
      size: size)
  }
}
