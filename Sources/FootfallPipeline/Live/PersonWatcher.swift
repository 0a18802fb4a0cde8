public import FootfallCore

/// Looks closer at people whom ``LiveStation`` follows; called on its thread, which it may not block.
///
/// The cameras' processes cut the pictures out of their full resolution; without a watcher they keep no such picture.
public protocol PersonWatcher: AnyObject {
  /// Whether anybody is looked at closer at a camera; asked when it is opened.
  func watches(_ camera: String) -> Bool
  /// People at a camera are followed from now on under new numbers.
  /// - Parameter size: of its pictures.
  func recordingBegan(of camera: String, size: PixelSize)
  /// Whom to look at closer, after each look at the camera's picture.
  /// - Parameter people: those followed, in that very picture.
  /// - Returns: nil for nobody; else a picture of the area is to follow, where the camera goes on.
  func closerLook(at people: [TrackSnapshot], of camera: String) -> (track: TrackID, area: BoundingBox)?
  /// What was asked for; the memory is overwritten afterwards.
  /// - Parameter pixels: rows without gaps, blue first.
  func camera(_ camera: String, shows track: TrackID, in pixels: UnsafeRawBufferPointer, size: PixelSize)
}
