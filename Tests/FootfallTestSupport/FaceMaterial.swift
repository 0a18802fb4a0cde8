/// What tests of faces need.
public enum FaceMaterial {
  /// Whether the models and the pictures are there; prints the reason where not.
  public static let isPresent =
    SharedData.hasModel("face_detection_yunet_2023mar.onnx")
    && SharedData.hasModel("face_recognition_sface_2021dec.onnx")
    && SharedData.isPresent("data/faces-orl/pairs.csv")
}
