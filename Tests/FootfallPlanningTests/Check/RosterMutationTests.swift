import FootfallPlanning
import Testing

@Suite("Broken plans")
struct RosterMutationTests {
  private let check = RosterCheck(ValidFortnight.problem)

  @Test("The fortnight itself breaks no rule")
  func valid() { #expect(check.violations(of: ValidFortnight.plan).isEmpty) }

  @Test(
    "Every seeded breach is found, and the rule is named right", arguments: RosterMutation.all,
    [1, 2, 3] as [UInt64])
  func mutations(mutation: RosterMutation, seed: UInt64) {
    let violations = check.violations(of: mutation.plan(seed: seed))
    #expect(Set(violations.map(\.rule)) == mutation.broken, "\(mutation), seed \(seed): \(violations)")
    let whom = mutation.broken == [.employee] ? "ghost" : mutation.employee
    #expect(violations.allSatisfy { $0.employee == whom })
    #expect(violations.allSatisfy { !$0.value.isEmpty && !$0.allowed.isEmpty && !$0.time.isEmpty })
  }

  @Test("The breaches cover every rule and are forty or more")
  func completeness() {
    #expect(RosterMutation.all.reduce(into: Set()) { $0.formUnion($1.broken) } == Set(RosterRule.allCases))
    #expect(Set(RosterMutation.all.map(\.description)).count >= 40)
  }

  @Test("A breach is told in one line with who, when, which rule, what is so and what is allowed")
  func line() {
    let plan = StaffPlan(
      shifts: ValidFortnight.plan.shifts.filter { $0.employee != "maxDay" } + [
        Shift("maxDay", Days.hours(9, 18, day: 1), breakAfter: 3)
      ])
    #expect(
      check.violations(of: plan).map(\.description) == [
        "maxDay, day 2, maxMinutesDay: 510 paid minutes; allowed: at most 450"
      ])
  }
}
