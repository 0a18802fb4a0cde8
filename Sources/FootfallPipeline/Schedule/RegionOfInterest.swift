internal import FootfallCore
internal import FootfallTracking

/// Where in a picture something new may be seen: where it has changed, and where people are expected.
struct RegionOfInterest {
  /// People may be this much off, in box heights, and a detector wants to see what is around them.
  private static let marginHeights = 0.25
  /// But who is near the camera fills the picture: no more than this, in widths of the picture.
  private static let greatestMarginWidths = 1.0 / 12
  /// The same around what has changed, in pixels of the detector's input.
  private static let marginPixels = 32.0

  private let fullSize: PixelSize
  /// What had changed in each look that has no answer yet.
  private var changed: [BoundingBox?] = []
  /// The people of the last answer, in pixels of the full picture.
  private var expected: BoundingBox?

  init(fullSize: PixelSize) { self.fullSize = fullSize }

  /// Begins a look.
  /// - Parameter change: where the picture differs from that of the look before, in pixels of the input; nil where it
  ///   does not.
  /// - Returns: what there is to see, in pixels of the input; nil where nothing is known.
  mutating func begin(change: BoundingBox?, contentSize: PixelSize) -> BoundingBox? {
    changed.append(change?.grown(by: Self.marginPixels))
    var region = expected?.scaled(
      x: Double(contentSize.width) / Double(fullSize.width),
      y: Double(contentSize.height) / Double(fullSize.height))
    for change in changed { region = region.union(change) }
    return region
  }

  /// Takes in the answer of the oldest look.
  /// - Parameter seconds: how far ahead people are to be expected.
  mutating func adapt(to people: [TrackMotion], seconds: Double) {
    changed.removeFirst()
    expected = nil
    for person in people {
      var later = person.box
      later.x += person.velocity.x * seconds
      later.y += person.velocity.y * seconds
      let margin = min(
        Self.marginHeights * person.box.height, Self.greatestMarginWidths * Double(fullSize.width))
      expected = expected.union(person.box.grown(by: margin)).union(later.grown(by: margin))
    }
  }
}

extension BoundingBox {
  /// The box with the same margin on all sides, in pixels.
  fileprivate func grown(by margin: Double) -> BoundingBox {
    BoundingBox(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }
}

extension BoundingBox? {
  /// The smallest box around both.
  fileprivate func union(_ other: BoundingBox?) -> BoundingBox? {
    guard let self, let other else { return self ?? other }
    let (left, top) = (Swift.min(self.x, other.x), Swift.min(self.y, other.y))
    return BoundingBox(
      x: left, y: top, width: Swift.max(self.maxX, other.maxX) - left,
      height: Swift.max(self.maxY, other.maxY) - top)
  }
}
