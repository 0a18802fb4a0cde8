public import FootfallCore

/// Reads the frames of a recording, in order.
///
/// A source is a video file, a still picture, an image sequence written as a pattern (`frames/%06d.jpg`), the address
/// of a stream or the device of a camera.
///
/// ```swift
/// let reader = try FootageReader(opening: "door.mp4")
/// let buffer = PixelBuffer()
/// while let time = try reader.read(into: buffer) { … }
/// ```
///
/// Used by one thread at a time; reading blocks it.
public final class FootageReader: @unchecked Sendable {
  // @unchecked: a reader is opened on one thread and then owned by the decoding thread; `source`, `stamps` and the
  // counts are touched by that thread only.

  /// What the recording says about itself.
  public let info: FootageInfo
  /// Frames grabbed so far.
  public private(set) var frames = 0
  /// Frames that were decoded with errors concealed, and pieces of the stream that could not be decoded at all.
  public var damages: Int { concealed + undecodable + source.lostPieces }

  private let name: String
  private let source: any FrameSource
  private let denominator: Int
  private var stamps: StampSequence
  private var decoded = 0
  private var concealed = 0
  private var undecodable = 0

  /// Opens a recording.
  /// - Parameters:
  ///   - path: a file, a pattern, an address or a device.
  ///   - minimumDecodedSize: the size that the pictures are needed in. JPEG pictures are decoded at the smallest of
  ///     the scales 1, 1/2, 1/4 and 1/8 that is not below it in either direction; nil decodes at full size.
  ///   - sequenceFramesPerSecond: the rate of an image sequence, whose files have no time stamps.
  ///   - timeout: how long to wait for a network or a camera before giving up.
  /// - Throws: ``VisionError``: `.noInput` where there is nothing to read, `.badData` where it is no recording.
  public init(
    opening path: String, minimumDecodedSize: PixelSize? = nil,
    sequenceFramesPerSecond: Double = FootageInfo.assumedFramesPerSecond, timeout: Duration = .seconds(10)
  ) throws(VisionError) {
    name = SourceAddress.withoutCredentials(path)
    source = try Self.source(path, sequenceFramesPerSecond, timeout)
    var info = source.info
    denominator = source.isScalable ? Self.denominator(info.size, minimumDecodedSize) : 1
    info.decodedSize = info.size.scaled(by: denominator)
    self.info = info
    stamps = StampSequence(
      framesPerSecond: info.declaredFramesPerSecond ?? FootageInfo.assumedFramesPerSecond)
  }

  /// Reads the next frame.
  ///
  /// A frame of a video or a stream that cannot be decoded at all is passed over and counted in ``damages``; a still
  /// picture or a picture of a sequence that cannot be decoded is an error that names its file.
  /// - Parameter buffer: receives the picture, usually in ``FootageInfo/decodedSize``: compare its size with
  ///   ``FootageInfo/size`` to find the scale.
  /// - Returns: the frame's time since the first one, greater than that of every frame before; nil at the end.
  /// - Throws: what ``grab()`` and ``retrieve(into:)`` throw.
  public func read(into buffer: PixelBuffer) throws(VisionError) -> MediaTime? {
    while let time = try grab() {
      if try retrieve(into: buffer) { return time }
    }
    return nil
  }

  /// Moves on to the next frame without converting it, and for JPEG without decoding it.
  /// - Returns: the frame's time since the first one, greater than that of every frame before; nil at the end.
  /// - Throws: ``VisionError``: `.badData` where the end is reached and no frame could be decoded, `.noInput` where a
  ///   live stream breaks off.
  public func grab() throws(VisionError) -> MediaTime? {
    guard let grabbed = try source.grab() else {
      guard frames > 0, decoded > 0 || undecodable == 0 else {
        throw VisionError(.badData, "\(name): holds no picture that can be decoded")
      }
      return nil
    }
    frames += 1
    return stamps.next(grabbed.nanoseconds)
  }

  /// Jumps, so that ``grab()`` gives the frame shown at `time` after as few others as can be, none of them later.
  ///
  /// From then on ``frames`` counts those grabbed and no longer tells which one it is: compare the times.
  /// - Parameter time: of a frame that was grabbed.
  /// - Returns: false where the recording can't be searched or its time stamps were not sound; the reader is of no use
  ///   then, and a new one has to start from the beginning.
  /// - Throws: ``VisionError`` where reading fails.
  public func seek(to time: MediaTime) throws(VisionError) -> Bool {
    guard stamps.isFaithful, try source.seek(nanoseconds: time.nanoseconds) else { return false }
    stamps.resume()
    return true
  }

  /// Gives out the frame that was grabbed last; to be asked for once.
  /// - Parameter buffer: receives the picture, as in ``read(into:)``.
  /// - Returns: false where a frame of a video cannot be decoded at all, which is counted in ``damages``.
  /// - Throws: ``VisionError``: `.badData` where a frame's size differs from the recording's or a picture's file cannot
  ///   be decoded, `.noInput` where a picture has gone.
  public func retrieve(into buffer: PixelBuffer) throws(VisionError) -> Bool {
    let frame: RetrievedFrame
    do {
      frame = try source.retrieve(denominator: denominator, into: buffer)
    } catch  where error.kind == .badData && source is VideoSource {
      undecodable += 1
      return false
    }
    guard frame.size == info.size else {
      throw VisionError(
        .badData,
        "\(name): frame \(frames) is \(frame.size.width)x\(frame.size.height), the recording began with "
          + "\(info.size.width)x\(info.size.height)")
    }
    decoded += 1
    if frame.isDamaged { concealed += 1 }
    return true
  }
}

extension FootageReader {
  private static func source(
    _ path: String, _ sequenceFramesPerSecond: Double, _ timeout: Duration
  ) throws(VisionError) -> any FrameSource {
    if FootagePath.isLive(path) { return try VideoSource(opening: path, timeout: timeout) }
    let kind: FootagePath.Kind
    do {
      kind = try FootagePath.probe(path)
    } catch {
      guard error.kind == .noInput, let pattern = SequencePattern(path) else { throw error }
      return try PictureSource(opening: pattern, named: path, framesPerSecond: sequenceFramesPerSecond)
    }
    switch kind {
    case .directory:
      throw VisionError(
        .noInput,
        "\(path): is a directory; name a video in it, or its pictures by a pattern such as \(path)/%06d.jpg")
    case .jpeg: return try PictureSource(opening: path)
    case .other: return try VideoSource(opening: path, timeout: timeout)
    }
  }

  /// The greatest reduction that leaves `size` at least as large as `minimum`.
  private static func denominator(_ size: PixelSize, _ minimum: PixelSize?) -> Int {
    guard let minimum else { return 1 }
    let fitting = [8, 4, 2].first { denominator in
      let scaled = size.scaled(by: denominator)
      return scaled.width >= minimum.width && scaled.height >= minimum.height
    }
    return fitting ?? 1
  }
}
