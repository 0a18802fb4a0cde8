internal import FootfallAnalytics
internal import FootfallCore

extension ReportDocument {
  /// The crossings of one line.
  public struct Line: Codable, Hashable, Sendable {
    /// One settled crossing.
    public struct Crossing: Codable, Hashable, Sendable {
      /// When the foot path met the line, ISO 8601.
      public var time: String
      /// The same in seconds since the first frame.
      public var mediaSeconds: Double
      /// The same as a frame, from 1.
      public var frame: Int
      /// `in` or `out`.
      public var direction: String
      /// Who crossed.
      public var track: Int
    }

    /// The crossings of an entrance that are people coming and going.
    public struct Traffic: Codable, Hashable, Sendable {
      /// People in.
      public var `in`: Int
      /// People out.
      public var out: Int
      /// Crossings left out because the person turned round.
      public var excludedUturn: Int
      /// Crossings left out because the person is staff.
      public var excludedStaff: Int
    }

    /// The line's id.
    public var id: String
    /// All crossings in; null where nothing of the recording could be seen, as all counts.
    @Nullable public var `in`: Int?
    /// All crossings out.
    @Nullable public var out: Int?
    /// What of it is store traffic; null unless the line is an entrance.
    @Nullable public var traffic: Traffic?
    /// Every settled crossing, in time order.
    public var crossings: [Crossing]

    init(_ result: LineResult, clock: WallClock, isSeen: Bool) {
      id = result.line.id
      `in` = isSeen ? result.count(.in) : nil
      out = isSeen ? result.count(.out) : nil
      traffic = (isSeen ? result.traffic : nil).map {
        Traffic(
          in: $0.entries, out: $0.exits, excludedUturn: $0.excludedUturn, excludedStaff: $0.excludedStaff)
      }
      crossings = result.crossings.map {
        Crossing(
          time: clock.iso8601(at: $0.time), mediaSeconds: $0.time.secondsToMillisecond, frame: $0.frame,
          direction: $0.direction.rawValue, track: $0.track.number)
      }
    }
  }
}
