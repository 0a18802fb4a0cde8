public import FootfallCore

/// A line that counts better, by the people seen.
public struct LineProposal: Hashable, Sendable {
  /// The line; id, kind and the meaning of in are those of the line whose place it takes.
  public var line: CountingLine
  /// How people walk at the line as drawn; nil where the camera has none.
  public var before: LineMeasure?
  /// How they walk at the proposed one.
  public var after: LineMeasure
}
