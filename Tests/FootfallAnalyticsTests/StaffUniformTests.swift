import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

/// People in uniform, at a door that is crossed from right to left by those who come in.
@Suite struct StaffUniformTests {
  private static let red = Colours.appearance(upper: 6, lower: 0)
  private static let uniform = StaffUniform(appearance: red, leastSimilarity: 0.8)

  /// Comes in at a steady pace.
  private func walk(_ track: Int, _ appearance: Appearance?, confirmedAfter: Double = 0) -> Walk {
    Walk(
      track: track, corners: [(0, Point(600, 250)), (6, Point(100, 250))], confirmedAfter: confirmedAfter,
      appearance: appearance)
  }

  private func result(_ walks: [Walk], _ uniform: UniformKnowledge?) -> CameraResult {
    analyze(walks, uniform: uniform)
  }

  @Test func whoWearsTheUniformIsNoTraffic() throws {
    let walks = [walk(1, Self.red), walk(2, Colours.appearance(upper: 12, lower: 0)), walk(3, nil)]
    let counted = result(walks, .colours(Self.uniform))
    #expect(counted.lines[0].traffic == .init(entries: 2, excludedStaff: 1))
    #expect(counted.lines[0].crossings.count == 3)
    #expect(counted.staff == [TrackID(1)] && counted.uniformed == [TrackID(1)])
    let unknown = result(walks, nil)
    #expect(unknown.lines[0].traffic == .init(entries: 3))
    #expect(unknown.staff.isEmpty && unknown.uniformed == nil)
  }

  @Test func anEarlierAnalysisOfTheTracksTellsTheSame() {
    let walks = [walk(1, Self.red), walk(2, Self.red), walk(3, nil)]
    let seen = result(walks, .colours(Self.uniform))
    let colourless = (1...3).map { walk($0, nil) }
    let again = result(colourless, .tracks(seen.uniformed ?? []))
    #expect(again.lines[0].traffic == seen.lines[0].traffic)
    #expect(again.staff == seen.staff && again.uniformed == seen.uniformed)
  }

  @Test func whoIsNeverConfirmedIsNobody() {
    let counted = result([walk(1, Self.red, confirmedAfter: 100)], .colours(Self.uniform))
    #expect(counted.people == 0 && counted.staff.isEmpty)
  }

  @Test func allOfATrackIsJudgedByItsMean() {
    func person(red looks: Int, of total: Int) -> AppearanceMean {
      var mean = AppearanceMean()
      for look in 0..<total { mean.add(look < looks ? Self.red : Colours.appearance(upper: 12, lower: 0)) }
      return mean
    }
    // Each look in other clothes takes its share of the upper half's similarity.
    #expect(Self.uniform.isWorn(by: person(red: 7, of: 10)))
    #expect(!Self.uniform.isWorn(by: person(red: 5, of: 10)))
    // Two looks may be of anybody.
    #expect(!Self.uniform.isWorn(by: person(red: 2, of: 2)))
    #expect(Self.uniform.isWorn(by: person(red: 3, of: 3)))
  }

  @Test func aMeanIsThatOfItsLooksInAnyOrder() throws {
    var generator = SeededGenerator(seed: 3)
    let looks = (0..<50).map { _ in
      Appearance(shares: SIMD32<UInt8>((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }))
    }
    func mean(_ looks: [Appearance]) -> AppearanceMean {
      var mean = AppearanceMean()
      for look in looks { mean.add(look) }
      return mean
    }
    #expect(mean(looks) == mean(looks.shuffled(using: &generator)))
    let shares = try #require(mean(looks).appearance?.shares)
    for index in 0..<32 {
      let exact = looks.reduce(0) { $0 + Double($1.shares[index]) } / 50
      #expect(abs(Double(shares[index]) - exact) <= 0.5)
    }
    #expect(AppearanceMean().appearance == nil)
  }
}

/// Clothes of one colour above and one below.
enum Colours {
  static func appearance(upper: Int, lower: Int) -> Appearance {
    var shares = SIMD32<UInt8>(repeating: 0)
    shares[upper] = 255
    shares[Appearance.colours + lower] = 255
    return Appearance(shares: shares)
  }

  /// The same under a light that changes: up to `noise` of each half goes to other colours.
  static func seen(
    upper: Int, lower: Int, noise: Double, using generator: inout SeededGenerator
  ) -> Appearance {
    var shares = appearance(upper: upper, lower: lower).shares
    for half in 0..<2 {
      let kept = half * Appearance.colours + (half == 0 ? upper : lower)
      let lost = Int(Double.random(in: 0...noise, using: &generator) * 255)
      shares[kept] -= UInt8(lost)
      let other = half * Appearance.colours + Int.random(in: 0..<Appearance.colours, using: &generator)
      shares[other] += UInt8(lost)
    }
    return Appearance(shares: shares)
  }
}
