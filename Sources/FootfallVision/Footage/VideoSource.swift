internal import CFootfallVision
internal import FootfallCore

/// A video file, a live stream or a still picture, read through FFmpeg.
final class VideoSource: FrameSource {
  let info: FootageInfo
  let isScalable: Bool
  private(set) var lostPieces = 0
  private let video: OpaquePointer
  private let name: String

  /// Opens `path`; every wait for a network or a camera ends after `timeout`.
  init(opening path: String, timeout: Duration) throws(VisionError) {
    let name = SourceAddress.withoutCredentials(path)
    var opened: OpaquePointer?
    var declared = ff_video_info()
    try VisionError.check(name) { ff_video_open(path, timeout.inSeconds, &opened, &declared, $0) }
    guard let opened else { throw VisionError(.internal, "\(name): opening gave nothing") }
    video = opened
    self.name = name
    let size = PixelSize(width: Int(declared.width), height: Int(declared.height))
    info = FootageInfo(
      size: size, decodedSize: size,
      declaredFramesPerSecond: FootageInfo.plausible(framesPerSecond: declared.frames_per_second),
      declaredFrames: FootageInfo.plausible(frames: declared.frames),
      mediaDuration: FootageInfo.plausible(durationNanoseconds: declared.duration_nanoseconds),
      creationTime: FootageInfo.plausible(creationMicroseconds: declared.creation_microseconds),
      isLive: FootagePath.isLive(path), codec: Self.codec(of: declared))
    isScalable = declared.is_motion_jpeg != 0
  }

  deinit { ff_video_close(video) }

  private static func codec(of info: ff_video_info) -> String {
    withUnsafeBytes(of: info.codec) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
  }

  func grab() throws(VisionError) -> GrabbedFrame? {
    var nanoseconds: Int64 = 0
    var lost: Int64 = 0
    let status = try VisionError.check(name) { ff_video_grab(video, &nanoseconds, &lost, $0) }
    lostPieces = Int(lost)
    if status == FF_END { return nil }
    return GrabbedFrame(nanoseconds: nanoseconds == .min ? nil : nanoseconds)
  }

  func seek(nanoseconds: Int64) throws(VisionError) -> Bool {
    try VisionError.check(name) { ff_video_seek(video, nanoseconds, $0) } == FF_OK
  }

  func retrieve(denominator: Int, into buffer: PixelBuffer) throws(VisionError) -> RetrievedFrame {
    let scale = isScalable ? denominator : 1
    buffer.resize(to: info.size.scaled(by: scale))
    var frame = ff_frame()
    for _ in 0..<2 {
      var picture = buffer.picture
      try VisionError.check(name) { ff_video_retrieve(video, Int32(scale), &picture, &frame, $0) }
      let decoded = PixelSize(width: Int(frame.decoded_width), height: Int(frame.decoded_height))
      if decoded == buffer.size { break }
      // Only FFmpeg could decode this one, or its size is not that of the recording.
      buffer.resize(to: decoded)
    }
    return RetrievedFrame(
      size: PixelSize(width: Int(frame.width), height: Int(frame.height)), isDamaged: frame.is_damaged != 0)
  }
}
