/// For how long a running store keeps what it has found, by class of data; nil keeps it for ever.
///
/// Events and visits tell of single people and tracks of every step, though of nobody by name; roll-ups are sums a
/// minute, which stay when the events behind them go.
public struct Retention: Hashable, Sendable {
  /// Events and visits: a year and a month, so that a day can be compared with the same one of last year.
  public var eventDays: Int? = 400
  /// Tracks, from which `recompute` counts again: a month, in which a line that is drawn wrongly is noticed.
  public var trackDays: Int? = 30
  /// Counts by the minute, from which all feeds are made.
  public var rollupDays: Int? = 5 * 365

  /// A hundred years: what is longer is a slip.
  public static let mostDays = 36_500

  /// Creates the usual retention.
  public init() {}
}

/// How much was deleted because it was older than is kept.
public struct Pruned: Hashable, Sendable {
  /// Events.
  public var events = 0
  /// Visits.
  public var visits = 0
  /// Chunks of track logs.
  public var trackChunks = 0
  /// Minutes, with those of lines and zones.
  public var minutes = 0
  /// Recordings of which nothing was left.
  public var recordings = 0

  /// Whether anything was.
  public var isEmpty: Bool { self == Pruned() }
}
