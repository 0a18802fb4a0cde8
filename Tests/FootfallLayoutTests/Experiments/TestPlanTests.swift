import FootfallLayout
import Testing

@Suite("Plans of tests")
struct TestPlanTests {
  /// The bounds of Lan and DeMets' O'Brien-Fleming-like spending, two-sided 5 %, five equal looks (DeMets and Lan,
  /// Statistics in Medicine 13, 1994).
  private static let published = [4.88, 3.36, 2.68, 2.29, 2.03]

  @Test("Five looks have the published bounds")
  func bounds() {
    let plan = SequentialPlan(looks: 5)
    for (significance, bound) in zip(plan.significances, Self.published) {
      #expect(abs(-NormalDistribution.quantile(significance / 2) - bound) < 0.005)
    }
    #expect(abs(SequentialPlan(looks: 1).significances[0] - 0.05) < 1e-9)
  }

  @Test("Longer tests find smaller effects, and the effect asked for with more power")
  func lengths() throws {
    var store = SimulatedDays(seed: 1)
    let past = store.zones(2, days: 0..<84) { _, _ in false }
    let alone = try TestPlan(past: past[0], kind: .randomised, share: 0.1)
    let controlled = try TestPlan(past: past[0], controls: [past[1]], kind: .controlled, share: 0.1)
    for plan in [alone, controlled] {
      let lengths = (1...12).compactMap { plan.length(weeks: $0) }
      #expect(lengths.count == 12 && plan.days == 84 && abs(plan.mean - 200) < 20)
      for (shorter, longer) in zip(lengths, lengths.dropFirst()) {
        #expect(longer.test.minimumDetectableEffect() < shorter.test.minimumDetectableEffect())
        #expect(longer.power >= shorter.power)
      }
      let enough = try #require(lengths.first { $0.power >= 0.8 })
      #expect(enough.test.minimumDetectableEffect() <= 0.1 * plan.mean)
    }
    // The control takes away what all zones share.
    #expect(controlled.deviation < 0.8 * alone.deviation)
  }
}
