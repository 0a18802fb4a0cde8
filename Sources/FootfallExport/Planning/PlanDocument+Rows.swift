extension PlanDocument {
  struct Location: Codable, Sendable {
    var id: String
    var timeZone: String
  }

  struct Period: Codable, Sendable {
    var start: String
    var end: String
  }

  struct Volume: Codable, Sendable {
    var start: String
    var end: String
    var driver: String
    var value: Double
    var low: Double?
    var high: Double?
    var level: Double?
  }

  struct Requirement: Codable, Sendable {
    var start: String
    var end: String
    var role: String
    var required: Int
    var minimum: Int?
    var basis: RequirementDocument.Basis?
  }

  struct PlannedShift: Codable, Sendable {
    var id: String?
    var role: String
    var skills: [String]?
    var start: String
    var end: String
    var breaks: [Break]?
    var paidMinutes: Int?
    /// Absent in an open shift.
    var employee: Reference?
    var status: String?
    var cost: Money?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case id, role, skills, start, end, breaks, paidMinutes, employee, status, cost
    }
  }

  struct Break: Codable, Sendable {
    var start: String
    var end: String
    var paid: Bool
  }

  struct Reference: Codable, Sendable {
    var id: String
  }

  /// An amount as a decimal text, and the currency by ISO 4217.
  struct Money: Codable, Sendable {
    var amount: String
    var currency: String
  }

  struct Coverage: Codable, Sendable {
    var start: String
    var end: String
    var role: String
    var required: Int
    var scheduled: Int
    var under: Int
    var over: Int
    var reasons: [Reason]
  }

  struct Reason: Codable, Sendable {
    var code: String
    var employees: [String]
    var cost: Double?
  }

  struct Extra: Codable, Sendable {
    var skill: String
    var underMinutesBefore: Int
    var underMinutesAfter: Int
    var shifts: [Stint]
  }

  struct Stint: Codable, Sendable {
    var role: String
    var start: String
    var end: String
  }

  struct Person: Codable, Sendable {
    var id: String
    var paidMinutes: Int
    var days: Int
    var contract: Hours
    var unmetWishes: [UnmetWish]
  }

  /// Minutes a week.
  struct Hours: Codable, Sendable {
    var min: Int
    var max: Int?
  }

  struct UnmetWish: Codable, Sendable {
    var kind: String
    var start: String
    var end: String
    var weight: Double
  }

  struct Solution: Codable, Sendable {
    var status: String
    var objective: Double
    var bound: Double
    var gap: Double
    var seconds: Double?
    var solver: String
    var seed: Int
    var terms: Terms
    var relaxedRules: [String]
  }

  /// The objective by what it is made of; they sum to it.
  struct Terms: Codable, Sendable {
    var under: Double
    var over: Double
    var labour: Double
    var wishes: Double
    var minimumHours: Double
    var fairness: Double
    var changes: Double
    var startTimes: Double
  }

  struct Assumption: Codable, Sendable {
    var key: String
    var value: Double
    var source: String
  }
}
