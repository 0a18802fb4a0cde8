/// When a frame's tracks are decided.
public enum TrackingMode: String, CaseIterable, Sendable {
  /// When the frame is seen, as with a live camera.
  case online
  /// When the frame's future is known: holes in tracks are filled.
  case twoPass = "two-pass"
}
