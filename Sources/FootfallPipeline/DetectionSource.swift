public import FootfallCore
public import FootfallVision

/// Where the people in a recording come from.
public enum DetectionSource {
  /// A detector looks at the footage.
  case detector(PersonDetector)
  /// They were detected before: people by frame number.
  case known([Int: [Detection]])
}
