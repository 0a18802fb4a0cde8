import FootfallCore
import FootfallTestSupport
import Testing

@testable import FootfallAnalytics

@Suite struct HeatComparisonTests {
  /// A tally of one day of ten hours, in person-seconds an hour.
  private static func day(_ rates: [Double], hours: Double = 10) -> HeatTally {
    var tally = HeatTally(count: rates.count)
    tally.observe(hours * 3600)
    for (index, rate) in rates.enumerated() { tally.add(rate * hours, at: index) }
    return tally
  }

  private static func compare(_ before: [HeatTally], _ after: [HeatTally]) -> HeatComparison {
    var generator = SeededGenerator(seed: 5)
    return HeatComparison(before: before, after: after, using: &generator)
  }

  // Benjamini and Hochberg (1995), section 4.1: fifteen p-values of a trial of thrombolysis, four of which are
  // significant at 0.05.
  @Test("The published example of Benjamini and Hochberg calls four of fifteen significant")
  func publishedExample() {
    let p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
      0.7590,
      1,
    ]
    let q = HeatComparison.adjusted(p.reversed().map { $0 } + [nil])
    #expect(q.compactMap { $0 }.count { $0 <= 0.05 } == 4)
    #expect(q.last == .some(nil))
    #expect(zip(q.dropLast(), q.dropFirst()).allSatisfy { ($0 ?? 2) >= ($1 ?? 0) })
    // 0.0095 · 15 / 4
    #expect(abs((q[11] ?? 0) - 0.035625) < 1e-12)
  }

  @Test("p is the share of all ways to exchange the days")
  func exact() {
    // Of the six ways to choose two of four days, only the real one and its opposite differ by as much.
    let comparison = Self.compare([Self.day([1]), Self.day([2])], [Self.day([8]), Self.day([9])])
    #expect(comparison.cells[0].p == 2.0 / 6)
    #expect(comparison.cells[0].before == 1.5 && comparison.cells[0].after == 8.5)
    #expect(comparison.cells[0].difference == 7)
    // C(10, 5) = 252.
    let week = Self.compare((0..<5).map { Self.day([Double($0)]) }, (5..<10).map { Self.day([Double($0)]) })
    #expect(week.cells[0].p == 2.0 / 252)
    #expect(week.cells[0].isSignificant)
  }

  @Test("Under two days a period nothing is tested, nor are squares in which nobody was")
  func untested() {
    let single = Self.compare([Self.day([1, 0])], [Self.day([9, 0]), Self.day([8, 0])])
    #expect(single.cells.allSatisfy { $0.p == nil && $0.q == nil && !$0.isSignificant })
    #expect(single.cells[0].difference == 7.5)
    let pairs = Self.compare(
      [Self.day([1, 0]), Self.day([2, 0])], [Self.day([3, 0]), Self.day([4, 0])])
    #expect(pairs.cells[0].p != nil && pairs.cells[1].p == nil)
    #expect(Self.compare([], []).cells.isEmpty)
  }

  @Test("Time is compared for each hour seen, and a day of which little was seen is left out")
  func coverage() {
    let comparison = Self.compare(
      [Self.day([6], hours: 12), Self.day([6], hours: 5), Self.day([600], hours: 0.5)],
      [Self.day([6], hours: 3), Self.day([6], hours: 6)])
    #expect(comparison.daysBefore == 2 && comparison.daysAfter == 2)
    #expect(abs(comparison.cells[0].difference) < 1e-9)
  }

  @Test("Where nothing has changed few squares are called significant; where something has, those are")
  func simulation() {
    var generator = SeededGenerator(seed: 99)
    func days(_ count: Int, more: Range<Int>) -> [HeatTally] {
      (0..<count).map { _ in
        let busy = Double.random(in: 0.7...1.3, using: &generator)
        return Self.day(
          (0..<100).map { index in
            let noise = (0..<4).map { _ in Double.random(in: 0...1, using: &generator) }.reduce(0, +) / 2
            return busy * noise * (more.contains(index) ? 60 : 20)
          })
      }
    }
    var falseAlarms = 0
    for _ in 0..<20 {
      let nothing = Self.compare(days(6, more: 0..<0), days(6, more: 0..<0))
      falseAlarms += nothing.cells.contains(where: \.isSignificant) ? 1 : 0
    }
    // Under the null hypothesis the chance of any is at most 0.05 (squares of a day depend on one another through how busy
    // it is); of 20 runs more than 4 have a chance of 0.3 %.
    #expect(falseAlarms <= 4)
    let moved = Self.compare(days(8, more: 0..<0), days(8, more: 30..<60))
    let significant = moved.cells.indices.filter { moved.cells[$0].isSignificant }
    #expect(significant.count { (30..<60).contains($0) } > 25)
    #expect(significant.count { !(30..<60).contains($0) } <= 5)
  }

  @Test("The same days give the same numbers, however many there are")
  func repeatable() {
    let before = (0..<12).map { Self.day([Double($0 % 5), 3]) }
    let after = (0..<13).map { Self.day([Double($0 % 7), 4]) }
    #expect(Self.compare(before, after) == Self.compare(before, after))
  }
}
