/// An area of the picture in which people's feet are watched.
public struct Zone: Hashable, Sendable {
  /// What an area is for.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// One display or fixture.
    case display
    /// A department.
    case section
    /// Where people wait.
    case queue
    /// Where people are served.
    case service
    /// Where only staff stand.
    case staff
  }

  /// The name, unique in its camera.
  public var id: String
  /// The outline, in pixels.
  public var polygon: Polygon
  /// What the area is for.
  public var kind: Kind
  /// How long a visit lasts at least that counts as engaged; nil for the usual time of the kind.
  public var engagedTime: Duration?
  /// Who is inside for longer than this, all visits together, works here; nil for the usual time of the kind.
  public var staffTime: Duration?
  /// Whether everybody in the store is in the zone: the camera sees it all.
  public var coversStore: Bool

  /// Creates a zone.
  public init(
    id: String, polygon: Polygon, kind: Kind = .section, engagedTime: Duration? = nil,
    staffTime: Duration? = nil, coversStore: Bool = false
  ) {
    self.id = id
    self.polygon = polygon
    self.kind = kind
    self.engagedTime = engagedTime
    self.staffTime = staffTime
    self.coversStore = coversStore
  }
}
