import Testing

@testable import FootfallVision

@Suite struct FootageInfoTests {
  @Test(arguments: [
    (0.01, true), (25, true), (1000, true), (0, false), (-25, false), (1000.5, false), (90_000, false),
    (.infinity, false), (.nan, false),
  ])
  func ratesThatNoCameraHasAreUnknown(framesPerSecond: Double, isPlausible: Bool) {
    #expect(FootageInfo.plausible(framesPerSecond: framesPerSecond) == (isPlausible ? framesPerSecond : nil))
  }

  @Test(arguments: [(1, true), (0, false), (-1, false), (Int64.max, false), (.min, false)])
  func countsThatNoFileHoldsAreUnknown(value: Int64, isPlausible: Bool) {
    #expect((FootageInfo.plausible(frames: value) != nil) == isPlausible)
    #expect((FootageInfo.plausible(durationNanoseconds: value) != nil) == isPlausible)
    #expect((FootageInfo.plausible(creationMicroseconds: value) != nil) == isPlausible)
  }

  @Test func theLastCreationTimeIsBefore2200() {
    #expect(FootageInfo.plausible(creationMicroseconds: 7_258_118_399_000_000) == 7_258_118_399)
    #expect(FootageInfo.plausible(creationMicroseconds: 7_258_118_400_000_000) == nil)
  }
}
