import FootfallCore
import FootfallTestSupport
import Testing

@Suite struct RowHeightsTests {
  /// A camera under which people are `slope` pixels taller with each row, seen at rows 150 to 400.
  private func heights(slope: Double, base: Double, noise: Double = 0) -> RowHeights {
    var generator = SeededGenerator(seed: 4)
    var heights = RowHeights()
    for step in 0..<500 {
      let row = 150 + Double(step % 251)
      let error = noise == 0 ? 0 : Double.random(in: -noise...noise, using: &generator)
      heights.add(height: base + slope * row + error, atRow: row)
    }
    return heights
  }

  @Test(arguments: [(0.0, 80.0), (0.2, 30), (0.4, 5)])
  func aLevelFloorIsLearned(slope: Double, base: Double) throws {
    for (noise, tolerance) in [(0.0, 1e-6), (8, 2)] {
      let heights = heights(slope: slope, base: base, noise: noise)
      for row in [150.0, 275, 400, 450] {
        #expect(abs(try #require(heights.height(atRow: row)) - (base + slope * row)) <= tolerance)
      }
    }
  }

  @Test(arguments: [(0.0, 80.0), (0.2, 30), (0.4, 5)])
  func feetAreFoundBelowTheHead(slope: Double, base: Double) throws {
    let heights = heights(slope: slope, base: base)
    for foot in [170.0, 300, 390, 440] {
      let head = foot - (base + slope * foot)
      #expect(abs(try #require(heights.footRow(below: head)) - foot) <= 1e-6)
    }
  }

  @Test func nothingIsKnownBeforeSomebodyWasSeen() {
    #expect(RowHeights().height(atRow: 100) == nil)
    #expect(RowHeights().footRow(below: 100) == nil)
    #expect(RowHeights().sightings == 0)
  }

  @Test func whoeverStandsOnOneLevelTellsNothingOfOthers() {
    var heights = RowHeights()
    for (row, height) in [(300.0, 60.0), (301, 90), (302, 75)] { heights.add(height: height, atRow: row) }
    #expect(heights.height(atRow: 600) == 75)
  }

  @Test func nobodyIsTakenToBeMoreThanTwiceAsTallAsAnybodySeen() throws {
    let heights = heights(slope: 0.4, base: 5)
    #expect(try #require(heights.height(atRow: 4000)) == 2 * 165)
    #expect(try #require(heights.height(atRow: -4000)) == 65 / 2)
  }

  @Test func aCameraThatWasTurnedIsLearnedAnew() throws {
    var heights = RowHeights(memory: 200)
    for step in 0..<2000 { heights.add(height: 60, atRow: Double(150 + step % 251)) }
    for step in 0..<2000 { heights.add(height: 120, atRow: Double(150 + step % 251)) }
    #expect(abs(try #require(heights.height(atRow: 300)) - 120) < 1)
  }
}
