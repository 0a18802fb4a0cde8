public import FootfallCore

/// How somebody who had queued was last seen.
public struct Departure: Hashable, Sendable {
  /// The end of the last frame in which they were seen.
  public var time: MediaTime
  /// Whether they walked out of the picture, as opposed to being lost in it or still being there at the end.
  public var isOutOfView: Bool

  /// Creates a departure.
  public init(time: MediaTime, isOutOfView: Bool) {
    self.time = time
    self.isOutOfView = isOutOfView
  }
}

extension Departure {
  /// Half the width of a box in heights: how far from the border the feet of a box are that touches it.
  private static let halfWidthHeights = 0.2

  /// The departure of a person who is gone from a picture of `size`.
  init(of person: PeopleRegister.Person, size: PixelSize, reason: Visit.End) {
    let (width, height) = (Double(size.width), Double(size.height))
    let marginX = width * PixelSize.borderShare + person.boxHeight * Departure.halfWidthHeights
    let marginY = height * PixelSize.borderShare
    let isAtBorder =
      person.foot.x <= marginX || person.foot.x >= width - marginX || person.foot.y <= marginY
      || person.foot.y >= height - marginY
    self.init(
      time: person.lastSeen.time + person.lastSeen.duration,
      isOutOfView: reason == .lost && isAtBorder)
  }
}
