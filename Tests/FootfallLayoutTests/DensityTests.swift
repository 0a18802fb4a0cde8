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

  /// Areas by person and flows by metre of width at which each level of walkways ends, of the manuals that go back to
  /// Fruin.
  @Test("Levels end where the manuals say, by area and by flow")
  func limits() {
    let levels = ServiceLevel.allCases
    #expect(levels.map(\.leastSquareMetres) == [3.25, 2.3, 1.4, 0.9, 0.5, 0])
    #expect(levels.map(\.mostByMetreAndMinute) == [23, 33, 49, 66, 82, .infinity])
    for level in levels.dropLast() {
      #expect(ServiceLevel(peoplePerSquareMetre: 1 / (level.leastSquareMetres + 1e-6)) == level)
      #expect(ServiceLevel(peoplePerSquareMetre: 1 / level.leastSquareMetres) != level)
      #expect(ServiceLevel(peopleByMetreAndMinute: level.mostByMetreAndMinute) == level)
      #expect(ServiceLevel(peopleByMetreAndMinute: level.mostByMetreAndMinute + 1e-6) != level)
    }
  }

  @Test("Flow is of the busiest minute, by metre of the square's width")
  func flow() throws {
    var meter = DensityMeter()
    // 70 people in the second minute, 20 in each other one; who stays comes in once.
    for minute in 0..<5 {
      for person in 0..<(minute == 1 ? 70 : 20) {
        let second = Double(minute * 60) + Double(person) * 0.8
        let visitor = meter.nextVisitor()
        meter.add(visitor, from: second, seconds: 0.4, at: Point(1, 1), before: Point(5, 1))
        meter.add(visitor, from: second + 0.4, seconds: 0.4, at: Point(1.5, 1), before: Point(1, 1))
      }
    }
    let measure = try #require(meter.measures?[DensityMeter.Square(column: 0, row: 0)])
    #expect(measure.entries == 150 && measure.peakFlow == 35)
    #expect(ServiceLevel(peopleByMetreAndMinute: measure.peakFlow) == .c)
  }

  @Test("Five people in four square metres stand at level E, one at A, for as long as they do")
  func crowd() throws {
    var meter = DensityMeter()
    for second in 0..<20 {
      for person in 0..<(second < 10 ? 5 : 1) {
        meter.add(
          person, from: Double(second), seconds: 1, at: Point(0.3 + 0.3 * Double(person), 1), before: nil)
      }
    }
    let measure = try #require(meter.measures?[DensityMeter.Square(column: 0, row: 0)])
    #expect(measure.seconds == [.e: 10, .a: 10] && abs(measure.peak - 1.25) < 1e-9)
    #expect(abs(measure.personSeconds - 60) < 1e-9 && measure.crowdedSeconds == 10)
  }

  @Test("Who comes again and again is one visitor, and of a crowd it is known that they are ten or more")
  func visitors() throws {
    var meter = DensityMeter()
    let square = DensityMeter.Square(column: 0, row: 0)
    func come(_ visitor: Int) {
      meter.add(visitor, from: Double(visitor), seconds: 1, at: Point(1, 1), before: nil)
    }
    let one = meter.nextVisitor()
    for _ in 0..<50 { come(one) }
    #expect(meter.measures?[square]?.visitors == 1 && meter.measures?[square]?.entries == 50)
    for _ in 0..<8 { come(meter.nextVisitor()) }
    come(one)
    #expect(meter.measures?[square]?.visitors == 9)
    for _ in 0..<30 { come(meter.nextVisitor()) }
    #expect(meter.measures?[square]?.visitors == Disclosure.leastCount)
  }

  @Test("Time is neither made nor lost between slots and squares")
  func conserved() {
    var meter = DensityMeter()
    for step in 0..<500 {
      meter.add(
        step, from: Double(step) * 3.7, seconds: 3.7, at: Point(Double(step % 13), Double(step % 7)),
        before: nil)
    }
    let total = meter.measures?.values.reduce(0) { $0 + $1.personSeconds } ?? 0
    #expect(abs(total - 1850) < 1e-6)
  }
}
