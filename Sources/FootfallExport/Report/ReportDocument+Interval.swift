internal import FootfallAnalytics
internal import FootfallCore

extension ReportDocument {
  /// What was counted in one interval of the series; all values are null in a gap.
  public struct Interval: Codable, Hashable, Sendable {
    /// The crossings of one line.
    public struct Tally: Codable, Hashable, Sendable {
      /// All crossings in.
      @Nullable public var `in`: Int?
      /// All crossings out.
      @Nullable public var out: Int?
      /// Where the true numbers of the whole interval lie; absent where no audit says how well this line is counted,
      /// and where less than a tenth was seen.
      public var interval: TallyIntervals?
    }

    /// Where the true numbers behind a tally lie, by direction; absent in a gap.
    public struct TallyIntervals: Codable, Hashable, Sendable {
      /// Of the crossings in.
      public var `in`: CountInterval?
      /// Of the crossings out.
      public var out: CountInterval?

      /// Creates intervals.
      public init(in: CountInterval?, out: CountInterval?) {
        self.in = `in`
        self.out = out
      }
    }

    /// Two numbers between which the true one lies with a probability.
    public struct CountInterval: Codable, Hashable, Sendable {
      /// The least number.
      public var low: Int
      /// The greatest number.
      public var high: Int
      /// The probability, 0 to 1.
      public var level: Double

      /// Creates an interval.
      public init(_ range: ClosedRange<Int>, level: Double) {
        low = range.lowerBound
        high = range.upperBound
        self.level = level
      }
    }

    /// The beginning of the interval on the store's clock, ISO 8601.
    public var start: String
    /// The first instant after it.
    public var end: String
    /// The share of the interval that was seen, 0 to 1.
    public var coverage: Double
    /// Crossings by line id.
    public var lines: [String: Tally]
    /// People at once by zone id.
    public var occupancy: [String: Occupancy]

    init(_ result: IntervalResult, scene: CameraScene, clock: WallClock) {
      start = clock.iso8601(at: result.start)
      end = clock.iso8601(at: result.end)
      coverage = Fixed.rounded(result.coverage, decimals: 6)
      lines = [:]
      for (index, line) in scene.lines.enumerated() {
        lines[line.id] = Tally(in: result.lines?[index].entries, out: result.lines?[index].exits)
      }
      occupancy = [:]
      for (zone, value) in zip(scene.zones, result.zones) { occupancy[zone.id] = Occupancy(value) }
    }
  }
}
