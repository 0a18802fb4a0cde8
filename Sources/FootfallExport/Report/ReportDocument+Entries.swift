internal import FootfallAnalytics

extension ReportDocument {
  /// The people who came in over the entrances of a camera, and how they belong together.
  public struct Entries: Codable, Hashable, Sendable {
    /// Those who came in together, beside the persons and never in their place.
    public struct Groups: Codable, Hashable, Sendable {
      /// Groups and people alone.
      public var units: Int
      /// Persons in a unit; null where nobody came.
      @Nullable public var meanSize: Double?
    }

    /// Entries that are traffic: who comes in twice counts twice.
    public var persons: Int
    /// Distinct tracks among them: only somebody who was never lost from sight is known to be the same.
    public var uniqueVisitors: Int
    /// Those who came in together.
    public var groups: Groups

    init(_ summary: EntrySummary) {
      persons = summary.persons
      uniqueVisitors = summary.uniqueVisitors
      groups = Groups(
        units: summary.units, meanSize: summary.meanUnitSize.map { Fixed.rounded($0, decimals: 6) })
    }
  }
}
