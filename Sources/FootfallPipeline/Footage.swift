public import FootfallCore
public import FootfallVision

/// The footage of one camera: one source, or several that follow each other in time.
public struct Footage: Sendable {
  /// One source and where it lies in the recording.
  public struct Part: Sendable {
    /// The path, or the address of a stream.
    public var path: String
    /// What the source says of itself.
    public var info: FootageInfo
  }

  /// The sources in the order in which they follow each other, at least one.
  public let parts: [Part]

  /// The full resolution of the pictures.
  public var size: PixelSize { parts[0].info.size }
  /// The rate that the first source declares, in frames per second.
  public var declaredFramesPerSecond: Double? { parts[0].info.declaredFramesPerSecond }
  /// The length that all sources declare together; nil when one of them does not say.
  public var declaredDuration: Duration? {
    var total = Duration.zero
    for part in parts {
      guard let duration = part.info.mediaDuration else { return nil }
      total += duration
    }
    return total
  }
  /// The number of frames that all sources declare together; nil when one of them does not say.
  public var declaredFrames: Int? {
    var total = 0
    for part in parts {
      guard let frames = part.info.declaredFrames else { return nil }
      total += frames
    }
    return total
  }
  /// When the first source was recorded, in seconds since 1970; nil when its container does not say.
  public var creationTime: Double? { parts[0].info.creationTime }

  /// Looks at every source once.
  /// - Throws: ``VisionError`` for a source that cannot be opened, or whose pictures differ in size from the first.
  public init(paths: [String]) throws(VisionError) {
    precondition(!paths.isEmpty, "a recording has a source")
    var parts: [Part] = []
    for path in paths {
      let info = try FootageReader(opening: path).info
      if let first = parts.first, first.info.size != info.size {
        throw VisionError(
          .badData,
          "\(SourceAddress.withoutCredentials(path)): \(info.size.width)x\(info.size.height), but "
            + "\(SourceAddress.withoutCredentials(first.path)) is "
            + "\(first.info.size.width)x\(first.info.size.height): one camera has one resolution")
      }
      try Self.checkRate(of: info, named: path)
      try Self.checkTime(of: info, named: path, after: parts)
      parts.append(Part(path: path, info: info))
    }
    self.parts = parts
  }

  /// The longest time that a recording may take, holes included: longer ones are faults of a camera's clock.
  static let longest = Duration.seconds(31 * 86_400)

  /// The longest time unseen that counts as present.
  private static let longestGap = PresenceParameters().bridgedGap

  /// Frames further apart than the longest time unseen that counts as present follow nobody.
  static let slowestFramesPerSecond = 1 / longestGap.inSeconds

  private static func checkRate(of info: FootageInfo, named path: String) throws(VisionError) {
    guard let rate = info.declaredFramesPerSecond, rate < slowestFramesPerSecond else { return }
    throw VisionError(
      .badData,
      "\(SourceAddress.withoutCredentials(path)): \(rate) frames a second; "
        + "allowed: \(slowestFramesPerSecond) or more, for nobody can be followed otherwise")
  }

  /// A live source has no end, and parts that do not follow each other would end up in the wrong intervals.
  private static func checkTime(
    of info: FootageInfo, named path: String, after parts: [Part]
  ) throws(VisionError) {
    let name = SourceAddress.withoutCredentials(path)
    if info.isLive {
      throw VisionError(.badData, "\(name): a live source has no end; an analysis takes recordings")
    }
    guard let last = parts.last, let start = info.creationTime, let first = parts[0].info.creationTime,
      let before = last.info.creationTime
    else { return }
    if start < before {
      throw VisionError(
        .badData,
        "\(name): was recorded before \(SourceAddress.withoutCredentials(last.path)); "
          + "name the sources of a camera in the order of time")
    }
    if start - first > longest.inSeconds {
      throw VisionError(
        .badData,
        "\(name): was recorded \(Int((start - first) / 86_400)) days after the first source; "
          + "a recording takes 31 days at most")
    }
  }

  /// Where part `index` begins, given where the one before ended: at the distance of the creation times where both
  /// containers tell it and the parts do not overlap, else right after.
  func start(ofPart index: Int, after end: MediaTime) -> MediaTime {
    guard index > 0, let first = creationTime, let own = parts[index].info.creationTime else { return end }
    return max(end, MediaTime(seconds: own - first))
  }

  /// Whether somebody seen at the end of one part may be in the next: they are no further apart than somebody may be unseen.
  func continues(at start: MediaTime, after end: MediaTime) -> Bool { start - end <= Self.longestGap }
}
