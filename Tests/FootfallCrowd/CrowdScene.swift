public import FootfallCore

/// Where a ``Crowd`` is counted and timed.
public enum CrowdScene {
  /// A scene with a line down the middle and a row of eight zones.
  public static func camera(for crowd: Crowd) -> CameraScene {
    let (width, height) = (Double(crowd.size.width), Double(crowd.size.height))
    let line = CountingLine(
      id: "line", segment: Segment(from: Point(width / 2, 0), to: Point(width / 2, height)), kind: .entrance)
    let zones = (0..<8).map { index in
      let (left, right) = (Double(index) * width / 8, (Double(index) + 0.9) * width / 8)
      return Zone(
        id: "zone\(index)",
        polygon: Polygon([
          Point(left, height / 3), Point(right, height / 3), Point(right, height * 2 / 3),
          Point(left, height * 2 / 3),
        ]))
    }
    return CameraScene(id: "camera", lines: [line], zones: zones)
  }
}
