internal import FootfallCore

// How tall people are where in the picture, and what follows for those whom it cuts off.

extension Tracker {
  /// Learns from the people who walk and whom the frame does not cut off how tall people are.
  mutating func learnHeights(at time: MediaTime) {
    for track in tracks where track.hasWalked && track.lastStrong == time && !isAtBorder(track.detected) {
      heights.add(height: track.detected.height, atRow: track.detected.maxY)
    }
  }

  /// How far below a box the feet of a person are, in pixels, whom the lower edge of the picture cuts off.
  func hiddenFeet(of box: BoundingBox) -> Double {
    guard let pictureSize, heights.sightings >= parameters.heightSightings,
      box.maxY >= Double(pictureSize.height) * (1 - PixelSize.borderShare),
      let row = heights.footRow(below: box.y)
    else { return 0 }
    return max(0, row - box.maxY)
  }
}
