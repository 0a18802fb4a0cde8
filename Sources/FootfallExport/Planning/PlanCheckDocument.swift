public import FootfallPlanning
internal import FootfallCore
internal import Foundation

/// What `footfall check --json` prints, schema `footfall.plan-check/1`.
public struct PlanCheckDocument: Encodable, Sendable {
  /// The name and version of this form.
  public static let schemaName = "footfall.plan-check/1"

  let schema = PlanCheckDocument.schemaName
  let valid: Bool
  let violations: [Violation]
  let mismatches: [PlanDocument.Mismatch]
  let cover: Cover?
  let objective: Double?
  let terms: PlanDocument.Terms?
  let shortages: [Stretch]
  let extraPersons: [PlanDocument.Extra]

  struct Violation: Encodable, Sendable {
    let rule: String
    let employee: String?
    let shift: PlanDocument.Stint?
    let time: String
    let value: String
    let allowed: String
  }

  /// Person-minutes.
  struct Cover: Encodable, Sendable {
    let requiredMinutes: Int
    let scheduledMinutes: Int
    let underMinutes: Int
    let overMinutes: Int
  }

  struct Stretch: Encodable, Sendable {
    let start: String
    let end: String
    let role: String
    let missing: Int
    let reasons: [PlanDocument.Reason]
  }

  /// Writes down a judgement.
  /// - Parameters:
  ///   - hasDemand: whether it is known how many people are needed; without, nothing is said of cover and objective.
  /// - Returns: nil where the period's time zone is unknown.
  public init?(_ report: PlanReport, mismatches: [PlanDocument.Mismatch], hasDemand: Bool) {
    let horizon = report.problem.horizon
    guard let clock = StoreClock(timeZone: horizon.timeZone) else { return nil }
    func time(_ minute: Int) -> String { horizon.time(at: minute, on: clock) }
    valid = report.violations.isEmpty && mismatches.isEmpty
    self.mismatches = mismatches
    violations = report.violations.map { violation in
      Violation(
        rule: violation.rule.rawValue, employee: violation.employee,
        shift: violation.shift.map { shift in
          PlanDocument.Stint(
            role: shift.role, start: time(shift.minutes.lowerBound), end: time(shift.minutes.upperBound))
        }, time: violation.time, value: violation.value, allowed: violation.allowed)
    }
    let totals = report.cover.totals()
    cover =
      hasDemand
      ? Cover(
        requiredMinutes: totals.required, scheduledMinutes: totals.scheduled, underMinutes: totals.under,
        overMinutes: totals.over) : nil
    objective = hasDemand ? Fixed.rounded(report.terms.total, decimals: 6) : nil
    terms = hasDemand ? PlanDocument.Terms(report.terms) : nil
    shortages = ShortageStretch.joined(report.shortages).map { stretch in
      let demand = report.problem.demand
      return Stretch(
        start: time(demand.minutes(of: stretch.intervals.lowerBound).lowerBound),
        end: time(demand.minutes(of: stretch.intervals.upperBound - 1).upperBound),
        role: report.problem.roles[stretch.role].id, missing: stretch.missing,
        reasons: stretch.reasons.map(PlanDocument.Reason.init))
    }
    extraPersons = report.extraPersons.map { PlanDocument.Extra($0, time: time) }
  }
}
