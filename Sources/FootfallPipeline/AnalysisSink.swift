public import FootfallCore

/// Takes what an analysis finds frame by frame; the command that runs it decides where it goes.
public protocol AnalysisSink {
  /// Takes the confirmed tracks of one frame, in frame order. In two-pass tracking a frame comes some seconds after
  /// it was decoded. A frame that shows nothing lasts for no time.
  mutating func write(tracks: [TrackSnapshot], in stamp: FrameStamp) throws
  /// Takes what the detector saw in one frame, in frame order.
  mutating func write(detections: [Detection], frame: Int) throws
}
