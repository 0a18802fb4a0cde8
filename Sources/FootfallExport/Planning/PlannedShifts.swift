/// The shifts of a `footfall.staffing-plan/1`, as far as a comparison with requirements needs them.
public struct PlannedShifts: Decodable, Sendable {
  /// A stretch of time, as it was written.
  public struct Span: Decodable, Sendable {
    /// The first moment, in ISO 8601.
    public var start: String
    /// The first moment after it.
    public var end: String
  }

  /// One shift.
  public struct Shift: Decodable, Sendable {
    /// The id of the role.
    public var role: String
    /// The first moment, in ISO 8601.
    public var start: String
    /// The first moment after it.
    public var end: String
    /// The breaks in it.
    public var breaks: [Span]?
  }

  /// The shifts, in the order of the plan.
  public var shifts: [Shift]

  /// Reads the JSON text of a plan.
  /// - Throws: where it is no JSON, or a member is missing or of another type.
  public init(_ bytes: [UInt8]) throws(DocumentError) {
    self = try DocumentError.decode(PlannedShifts.self, from: bytes, schema: "footfall.staffing-plan/1")
  }
}
