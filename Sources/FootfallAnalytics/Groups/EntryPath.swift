internal import FootfallCore

/// Where somebody walked for some seconds before and after a crossing.
struct EntryPath: Sendable {
  /// Where the person was at a tick of the clock that all paths share.
  struct Sample: Sendable {
    var tick: Int
    var time: MediaTime
    var foot: Point
    var boxHeight: Double
  }

  var crossing: Crossing
  /// In the order of ticks.
  var samples: [Sample]

  /// How far apart two people walk, and how fast that changes; nil where they were not seen together for long enough.
  /// - Parameter floor: the map to metres; without one, distances are judged by the height of boxes.
  func company(
    with other: EntryPath, floor: FloorMap?, parameters: AnalyticsParameters
  ) -> (metres: Double, metresPerSecond: Double)? {
    var apart: [(time: MediaTime, offset: Point)] = []
    var rest = other.samples[...]
    for sample in samples {
      rest = rest.drop { $0.tick < sample.tick }
      guard let partner = rest.first, partner.tick == sample.tick,
        let offset = sample.offset(to: partner, floor: floor)
      else { continue }
      apart.append((sample.time, offset))
    }
    guard let first = apart.first, let last = apart.last,
      last.time - first.time >= parameters.groupSeenTime
    else { return nil }
    let metres = apart.reduce(0) { $0 + $1.offset.length } / Double(apart.count)
    return (metres, (last.offset - first.offset).length / (last.time - first.time).inSeconds)
  }
}

extension EntryPath.Sample {
  /// The height of a person, in metres.
  private static let personMetres = 1.7
  /// The sine and the cosine of the angle from which a camera at a door looks down, about 30°.
  private static let (sine, cosine) = (0.5, 0.866)

  /// The way to another person of the same tick on the floor, in metres.
  ///
  /// Without a map it is taken from the picture: a person, seen from 30° above, is as high as the cosine of it, a metre
  /// of floor away from the camera as high as the sine.
  fileprivate func offset(to other: EntryPath.Sample, floor: FloorMap?) -> Point? {
    if let floor {
      guard let here = floor.floorPoint(of: foot), let there = floor.floorPoint(of: other.foot) else {
        return nil
      }
      return there - here
    }
    let metresPerPixel = Self.personMetres * Self.cosine * 2 / max(1, boxHeight + other.boxHeight)
    let offset = (other.foot - foot) * metresPerPixel
    return Point(offset.x, offset.y / Self.sine)
  }
}
