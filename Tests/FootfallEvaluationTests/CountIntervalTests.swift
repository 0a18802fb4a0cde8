import FootfallCore
import FootfallEvaluation
import FootfallTestSupport
import Testing

@Suite("Intervals of counts")
struct CountIntervalTests {
  private func tally(truth: Int, counted: Int, matches: Int) -> CountTally {
    CountTally(
      place: .init(camera: "door", line: "A", direction: .in), truth: truth, counted: counted,
      matches: matches)
  }

  /// An audit and a count, and what scipy 1.17.1 makes of it: the quantiles 5 % and 95 % of M + U with
  /// M ~ betabinom(count, matches + 1/2, counted - matches + 1/2), U ~ betanbinom(M + 1, matches + 1/2,
  /// truth - matches + 1/2), summed without truncation up to 20,000.
  struct Case: Sendable, CustomTestStringConvertible {
    let truth: Int
    let counted: Int
    let matches: Int
    let count: Int
    let interval: ClosedRange<Int>
    var testDescription: String { "\(matches) of \(truth) and \(counted), count \(count)" }
  }

  @Test("are those of an independent implementation", arguments: cases)
  func oracle(of example: Case) {
    let tally = tally(truth: example.truth, counted: example.counted, matches: example.matches)
    #expect(tally.interval(ofCount: example.count) == example.interval)
  }

  static let cases: [Case] = [
    Case(truth: 80, counted: 60, matches: 60, count: 1, interval: 1...4),
    Case(truth: 60, counted: 60, matches: 60, count: 12, interval: 11...13),
    Case(truth: 60, counted: 60, matches: 60, count: 0, interval: 0...0),
    Case(truth: 100, counted: 90, matches: 85, count: 40, interval: 38...52),
    Case(truth: 55, counted: 55, matches: 55, count: 200, interval: 194...207),
    Case(truth: 20, counted: 30, matches: 18, count: 7, interval: 2...8),
    Case(truth: 400, counted: 380, matches: 360, count: 150, interval: 148...168),
    Case(truth: 8, counted: 6, matches: 5, count: 3, interval: 1...11),
    Case(truth: 50, counted: 100, matches: 50, count: 20, interval: 6...14),
    Case(truth: 100, counted: 50, matches: 50, count: 0, interval: 0...4),
  ]

  @Test(
    "hold the true number about nine times in ten",
    arguments: [(0.9, 0.95, 40), (0.75, 0.9, 40), (0.98, 0.98, 12)])
  func coverage(recall: Double, precision: Double, number: Int) {
    var random = SeededGenerator(seed: 5)
    var held = 0
    let runs = 400
    for _ in 0..<runs {
      let (audited, counts) = (
        observe(100, recall, precision, &random), observe(number, recall, precision, &random)
      )
      let tally = tally(truth: 100, counted: audited.found + audited.extra, matches: audited.found)
      if tally.interval(ofCount: counts.found + counts.extra)?.contains(number) == true { held += 1 }
    }
    // An interval of whole numbers holds more than its level where single numbers are likely.
    let share = Double(held) / Double(runs)
    #expect((0.87...0.99).contains(share), "\(share), seed 5")
  }

  /// Counts `number` people who cross: found ones, and false counts besides.
  private func observe(
    _ number: Int, _ recall: Double, _ precision: Double, _ random: inout SeededGenerator
  ) -> (found: Int, extra: Int) {
    var (found, extra) = (0, 0)
    for _ in 0..<number where Double.random(in: 0..<1, using: &random) < recall { found += 1 }
    // As many false counts as precision says to go with each found one: a geometric number.
    for _ in 0..<found { while Double.random(in: 0..<1, using: &random) > precision { extra += 1 } }
    return (found, extra)
  }

  /// What crossed where a share of the time was seen, by scipy 1.17.1: n + nbinom(n + 1, coverage), the audit's own
  /// doubt left out by an audit of a million.
  @Test(
    "grow where a part of the time was not seen",
    arguments: [(0, 0.5, 0...4), (10, 0.5, 14...29), (10, 0.9, 10...13), (40, 0.25, 129...201)])
  func unseen(count: Int, coverage: Double, interval: ClosedRange<Int>) {
    let faultless = tally(truth: 1_000_000, counted: 1_000_000, matches: 1_000_000)
    #expect(faultless.interval(ofCount: count, coverage: coverage) == interval)
    #expect(faultless.interval(ofCount: count, coverage: 0.09) == nil)
  }

  @Test("get narrower with the audit, and lie around the count of a faultless one")
  func width() throws {
    let counts = [0, 1, 7, 60]
    for count in counts {
      let widths = try [20, 200, 2000].map { size in
        let range = try #require(tally(truth: size, counted: size, matches: size).interval(ofCount: count))
        #expect(range.contains(count))
        return range.count
      }
      #expect(widths == widths.sorted(by: >), "\(count): \(widths)")
    }
  }

  @Test("do not exist without a sound audit, and exist for a count of none")
  func limits() {
    #expect(tally(truth: 4, counted: 4, matches: 4).interval(ofCount: 10) == nil)
    #expect(tally(truth: 0, counted: 0, matches: 0).interval(ofCount: 0) == nil)
    #expect(tally(truth: 100, counted: 50, matches: 50).interval(ofCount: 0)?.lowerBound == 0)
    #expect((tally(truth: 100, counted: 50, matches: 50).interval(ofCount: 0)?.upperBound ?? 0) >= 1)
  }

  @Test("grow with the level")
  func level() throws {
    let audit = tally(truth: 40, counted: 42, matches: 36)
    let ranges = try [0.5, 0.8, 0.9, 0.99].map { try #require(audit.interval(ofCount: 30, level: $0)) }
    for (inner, outer) in zip(ranges, ranges.dropFirst()) {
      #expect(outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound)
      #expect(outer.count > inner.count)
    }
  }
}
