/// What is told of a crossing before it is certain, for those who can't wait: it counts nowhere.
///
/// Of a person at a line one at most is open. It is closed by the crossing of that person at that line, once it has settled,
/// or withdrawn.
public enum CrossingNotice: Hashable, Sendable {
  /// The feet of a confirmed person have passed the line; dated where they did.
  case provisional(Crossing)
  /// The person turned back, or was lost at the line; with what was told before.
  case withdrawn(Crossing)

  /// What was told before it settled; a crossing that settles after more passings is dated by the last.
  public var crossing: Crossing {
    switch self {
    case .provisional(let crossing), .withdrawn(let crossing): crossing
    }
  }
}
