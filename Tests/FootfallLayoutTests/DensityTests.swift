import FootfallCore
import Testing

@testable import FootfallLayout

@Suite("How crowded the floor is")
struct DensityTests {
  @Test(
    "Levels of service begin at Fruin's areas",
    arguments: [
      (3.3, "A"), (3.2, "B"), (2.3, "C"), (1.4, "D"), (0.9, "E"), (0.5, "F"), (0.51, "E"), (100, "A"),
    ])
  func levels(area: Double, level: String) {
    #expect(ServiceLevel(peoplePerSquareMetre: 1 / area).rawValue == level)
  }

  @Test("Five people in four square metres stand at level E, one at A, for as long as they do")
  func crowd() throws {
    var meter = DensityMeter()
    for second in 0..<20 {
      for person in 0..<(second < 10 ? 5 : 1) {
        meter.add(from: Double(second), seconds: 1, at: Point(0.3 + 0.3 * Double(person), 1), before: nil)
      }
    }
    let measure = try #require(meter.measures?[DensityMeter.Square(column: 0, row: 0)])
    #expect(measure.seconds == [.e: 10, .a: 10] && abs(measure.peak - 1.25) < 1e-9)
    #expect(abs(measure.personSeconds - 60) < 1e-9 && measure.crowdedSeconds == 10)
  }

  @Test("Time is neither made nor lost between slots and squares")
  func conserved() {
    var meter = DensityMeter()
    for step in 0..<500 {
      meter.add(
        from: Double(step) * 3.7, seconds: 3.7, at: Point(Double(step % 13), Double(step % 7)), before: nil)
    }
    let total = meter.measures?.values.reduce(0) { $0 + $1.personSeconds } ?? 0
    #expect(abs(total - 1850) < 1e-6)
  }
}
