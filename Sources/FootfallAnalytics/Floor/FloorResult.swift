public import FootfallCore

/// What was measured on the floor plan at one camera.
public struct FloorResult: Hashable, Sendable {
  /// The way from the picture to the floor.
  public var map: FloorMap
  /// Where the person-seconds were spent.
  public var heatmap: FloorHeatmap
  /// How far and how fast each confirmed person walked, ordered by track.
  public var walks: [PersonWalk]

  /// Creates a result.
  public init(map: FloorMap, heatmap: FloorHeatmap, walks: [PersonWalk]) {
    self.map = map
    self.heatmap = heatmap
    self.walks = walks
  }

  /// The lengths of the ways of those who walked, in metres; nil when nobody did.
  public var paths: SampleSummary? { SampleSummary(walks.filter { $0.walking > .zero }.map(\.pathMetres)) }

  /// The mean speeds of those who walked, in metres a second; nil when nobody did.
  public var speeds: SampleSummary? { SampleSummary(walks.compactMap(\.meanSpeed)) }
}
