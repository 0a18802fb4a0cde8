public import FootfallCore

/// The crossings of one line.
public struct LineResult: Hashable, Sendable {
  /// The line.
  public var line: CountingLine
  /// Every settled crossing in time order, nothing cancelled.
  public var crossings: [Crossing]
  /// The crossings that are store traffic; nil unless the line is an entrance.
  public var traffic: Traffic?

  /// Creates a line's result.
  public init(line: CountingLine, crossings: [Crossing], traffic: Traffic?) {
    self.line = line
    self.crossings = crossings
    self.traffic = traffic
  }

  /// The number of crossings in one direction.
  public func count(_ direction: CountingLine.Direction) -> Int {
    crossings.lazy.filter { $0.direction == direction }.count
  }

  /// The crossings of an entrance that count as people coming and going; unit: person.
  ///
  /// `entries + exits + excludedUturn + excludedStaff` is the number of crossings.
  public struct Traffic: Hashable, Sendable {
    /// Crossings in that are traffic.
    public var entries: Int
    /// Crossings out that are traffic.
    public var exits: Int
    /// Crossings left out because the person turned round and crossed back at once.
    public var excludedUturn: Int
    /// Crossings left out because the person is staff.
    public var excludedStaff: Int

    /// Creates a tally.
    public init(entries: Int = 0, exits: Int = 0, excludedUturn: Int = 0, excludedStaff: Int = 0) {
      self.entries = entries
      self.exits = exits
      self.excludedUturn = excludedUturn
      self.excludedStaff = excludedStaff
    }
  }
}
