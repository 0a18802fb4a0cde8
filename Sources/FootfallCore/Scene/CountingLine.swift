/// A directed line across which people are counted.
public struct CountingLine: Hashable, Sendable {
  /// What a line is for.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A door: its crossings are the store's traffic.
    case entrance
    /// The corridor outside: people who pass by.
    case passersby
    /// Anywhere else.
    case `internal`
  }

  /// The way a person crosses.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// From side < 0 to side > 0, unless the line is swapped.
    case `in`
    /// The other way.
    case out
  }

  /// The name, unique in its camera.
  public var id: String
  /// The line itself, in pixels.
  public var segment: Segment
  /// What the line is for.
  public var kind: Kind
  /// Whether in and out are exchanged.
  public var isSwapped: Bool

  /// Creates a line.
  public init(id: String, segment: Segment, kind: Kind = .internal, isSwapped: Bool = false) {
    self.id = id
    self.segment = segment
    self.kind = kind
    self.isSwapped = isSwapped
  }

  /// The unit vector square to the line towards the side on which people are in; zero for a line without length.
  public var inward: Point {
    let along = segment.to - segment.from
    guard along.length > 0 else { return Point(0, 0) }
    let normal = Point(-along.y / along.length, along.x / along.length)
    return isSwapped ? normal * -1 : normal
  }

  /// The direction of a path that ends on the side with the sign of `side`.
  @inlinable
  public func direction(towardsSide side: Double) -> Direction { (side > 0) != isSwapped ? .in : .out }
}
