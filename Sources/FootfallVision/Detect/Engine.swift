/// What runs the network.
public enum Engine: String, CaseIterable, Hashable, Sendable {
  /// OpenCV's own network code: always there.
  case opencv
  /// OpenVINO, opened at run time: two to five times as fast.
  case openvino
}
