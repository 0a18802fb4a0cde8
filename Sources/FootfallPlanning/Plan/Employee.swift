/// Somebody who can be given shifts.
public struct Employee: Hashable, Sendable {
  /// Unique among the employees; no name is needed.
  public let id: String
  /// What they can do.
  public var skills: Set<String>
  /// When they may work: in order, apart from each other, since the beginning of the period.
  public var available: [Range<Int>]
  /// What an hour paid costs, in hundredths of the currency; nil where it is not known.
  public var hourlyCents: Int?
  /// What they may and are to work.
  public var contract: Contract
  /// What they would like.
  public var wishes: [Wish] = []
  /// What they must be given.
  public var pinned: [PinnedShift] = []
  /// What they worked before the period, in order of time.
  public var history: [WorkedShift] = []

  /// Creates an employee.
  public init(
    id: String, skills: Set<String>, available: [Range<Int>], hourlyCents: Int? = nil,
    contract: Contract = Contract()
  ) {
    self.id = id
    self.skills = skills
    self.available = available
    self.hourlyCents = hourlyCents
    self.contract = contract
  }

  /// Whether they have a skill that the role takes.
  public func can(_ role: StaffRole) -> Bool { role.skills.contains(where: skills.contains) }

  /// Whether they may work throughout a time.
  public func isAvailable(_ minutes: Range<Int>) -> Bool {
    available.contains { $0.lowerBound <= minutes.lowerBound && minutes.upperBound <= $0.upperBound }
  }
}
