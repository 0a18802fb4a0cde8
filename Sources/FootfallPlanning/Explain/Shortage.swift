/// One interval of one role that lacks people, and why nobody else is there.
public struct Shortage: Hashable, Sendable {
  /// An index of the problem's roles.
  public let role: Int
  /// An interval of the period.
  public let interval: Int
  /// How many people are missing.
  public let missing: Int
  /// In the order of the codes; every employee who is not at work in the role is in one of them.
  public let reasons: [ShortageReason]

  /// Creates a shortage.
  public init(role: Int, interval: Int, missing: Int, reasons: [ShortageReason]) {
    self.role = role
    self.interval = interval
    self.missing = missing
    self.reasons = reasons
  }
}
