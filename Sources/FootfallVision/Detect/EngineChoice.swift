/// What the user wants to run the network.
public enum EngineChoice: String, CaseIterable, Hashable, Sendable {
  /// OpenVINO if it is there, else OpenCV.
  case auto
  /// OpenCV.
  case opencv
  /// OpenVINO, and an error without it.
  case openvino
}
