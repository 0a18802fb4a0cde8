import FootfallPlanning
import Testing

@Suite("Rules of shifts")
struct ShiftRulesTests {
  @Test("Breaks can lie wherever their windows and the grid allow")
  func placements() {
    let rules = ShiftRules.usual
    #expect(rules.breakPlacements(ofShift: 540..<780, grid: 15) == [[]])
    let starts = rules.breakPlacements(ofShift: 540..<1020, grid: 15).map { $0.map(\.minutes.lowerBound) }
    #expect(starts == stride(from: 720, through: 810, by: 15).map { [$0] })
    #expect(rules.paidMinutes(ofShift: 240) == 240 && rules.paidMinutes(ofShift: 480) == 450)
  }

  @Test("Several breaks come one after the other")
  func severalBreaks() {
    var rules = ShiftRules.usual
    rules.breaks = [
      BreakRule(shiftMinutes: 0..<1441, minutes: 15, isPaid: true, window: 60..<120),
      BreakRule(shiftMinutes: 360..<1441, minutes: 30, isPaid: false, window: 90..<150),
    ]
    let placements = rules.breakPlacements(ofShift: 0..<480, grid: 15)
    #expect(placements.allSatisfy { $0[0].minutes.upperBound <= $0[1].minutes.lowerBound })
    // First at 60, 75, 90 or 105; second at 90, 105 or 120 and not before the first ends: 3 + 3 + 2 + 1.
    #expect(placements.count == 9)
    #expect(rules.paidMinutes(ofShift: 480) == 450)
  }

  @Test("A break that has no place leaves none for the shift")
  func noPlace() {
    var rules = ShiftRules.usual
    rules.breaks = [BreakRule(shiftMinutes: 0..<1441, minutes: 45, isPaid: false, window: 10..<60)]
    #expect(rules.breakPlacements(ofShift: 0..<240, grid: 30).isEmpty)
  }
}
