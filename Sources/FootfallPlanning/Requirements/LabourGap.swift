/// A shift that somebody has already planned.
public struct RosteredShift: Hashable, Sendable {
  /// The id of the role.
  public var role: String
  /// From when to when, in milliseconds since 1970-01-01T00:00Z.
  public var milliseconds: Range<Int64>
  /// The breaks in it.
  public var breaks: [Range<Int64>]

  /// A shift.
  public init(role: String, milliseconds: Range<Int64>, breaks: [Range<Int64>] = []) {
    self.role = role
    self.milliseconds = milliseconds
    self.breaks = breaks
  }
}

/// Compares a roster with what is required.
public enum LabourGap {
  /// The mean heads that a roster has in each requirement's role and interval, those on a break left out.
  ///
  /// The labour gap is this less `required`: below 0 people are missing.
  /// - Complexity: O(requirements × shifts of the role).
  public static func scheduled(_ roster: [RosteredShift], for requirements: [StaffRequirement]) -> [Double] {
    let shifts = Dictionary(grouping: roster, by: \.role)
    return requirements.map { requirement in
      let interval = requirement.interval.startMilliseconds..<requirement.interval.endMilliseconds
      let worked = (shifts[requirement.role] ?? []).reduce(Int64(0)) { sum, shift in
        let present = shift.milliseconds.clamped(to: interval)
        return sum + length(present) - shift.breaks.reduce(0) { $0 + length($1.clamped(to: present)) }
      }
      return Double(worked) / Double(length(interval))
    }
  }

  private static func length(_ range: Range<Int64>) -> Int64 { range.upperBound - range.lowerBound }
}
