public import FootfallCore

/// The zones and scenes of a store that trips are measured by.
public struct LayoutPlan: Hashable, Sendable {
  /// What shows a part of the store: a camera, or the floor plan.
  public struct View: Hashable, Sendable {
    /// Its name.
    public var id: String
    /// Whether positions are metres on the floor; else they are pixels of the picture.
    public var isMetric: Bool
    /// Whether the plan is drawn with y downwards.
    public var isDownward: Bool
    /// The outline of the floor; nil where it is not known.
    public var outline: Polygon?

    /// Creates a view.
    public init(id: String, isMetric: Bool = true, isDownward: Bool = false, outline: Polygon? = nil) {
      self.id = id
      self.isMetric = isMetric
      self.isDownward = isDownward
      self.outline = outline
    }
  }

  /// A part of a zone in one view.
  public struct Part: Hashable, Sendable {
    /// The number of the view.
    public var view: Int
    /// The outline, in the unit of the view.
    public var polygon: Polygon

    /// Creates a part.
    public init(view: Int, polygon: Polygon) {
      self.view = view
      self.polygon = polygon
    }
  }

  /// An area in which visitors stay.
  public struct Zone: Hashable, Sendable {
    /// The name, unique in the plan.
    public var id: String
    /// What the area is for.
    public var kind: FootfallCore.Zone.Kind
    /// How long a stay lasts at least that counts as engaged, in seconds.
    public var engagedSeconds: Double
    /// Where it is; a zone that several views show has a part in each.
    public var parts: [Part]

    /// Creates a zone.
    public init(
      id: String, kind: FootfallCore.Zone.Kind = .section, engagedSeconds: Double = 30, parts: [Part]
    ) {
      self.id = id
      self.kind = kind
      self.engagedSeconds = engagedSeconds
      self.parts = parts
    }
  }

  /// Zones that belong together, as a visitor sees them.
  public struct Scene: Hashable, Sendable {
    /// The name.
    public var id: String
    /// The zones, as indices; two or more.
    public var zones: [Int]

    /// Creates a scene.
    public init(id: String, zones: [Int]) {
      self.id = id
      self.zones = zones
    }
  }

  /// The views.
  public var views: [View]
  /// The zones.
  public var zones: [Zone]
  /// The scenes.
  public var scenes: [Scene]
  /// Where visitors come in and go out, in the unit of the first view; empty where that is not known.
  public var entrances: [Segment]

  /// Creates a plan.
  public init(views: [View], zones: [Zone], scenes: [Scene] = [], entrances: [Segment] = []) {
    self.views = views
    self.zones = zones
    self.scenes = scenes
    self.entrances = entrances
  }

  /// The area of a zone in square metres, of all its parts; nil where one is in a picture.
  public func areaSquareMetres(ofZone zone: Int) -> Double? {
    let parts = zones[zone].parts
    guard parts.allSatisfy({ views[$0.view].isMetric }) else { return nil }
    return parts.reduce(0) { $0 + $1.polygon.area }
  }

  /// The views that show a zone.
  public func views(ofZone zone: Int) -> Set<Int> { Set(zones[zone].parts.map(\.view)) }

  /// The first zone with a part wholly outside the outline of its floor; nil without any.
  public var zoneOffTheFloor: Int? {
    zones.firstIndex { zone in
      zone.parts.contains { part in
        views[part.view].outline.map { !$0.overlaps(part.polygon) } ?? false
      }
    }
  }

  /// The first two zones that overlap in a view; nil where none do.
  public var overlap: (first: Int, second: Int)? {
    for (second, zone) in zones.enumerated() {
      for first in 0..<second {
        for part in zone.parts {
          for other in zones[first].parts where other.view == part.view {
            if other.polygon.overlaps(part.polygon) { return (first, second) }
          }
        }
      }
    }
    return nil
  }
}
