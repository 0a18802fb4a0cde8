import FootfallCore
import Testing

@testable import FootfallPipeline

@Suite struct LookPaceTests {
  /// The frames that are looked at.
  private func looks(fps: Double, seconds: Double, every interval: (_ seconds: Double) -> Duration)
    -> [Double]
  {
    var grid = LookGrid()
    return (0..<Int(fps * seconds)).map { Double($0) / fps }.filter {
      // Stamps that jitter by a millisecond.
      let stamp = $0 + (Int($0 * fps) % 2 == 0 ? 0 : 0.001)
      return grid.isDue(MediaTime(seconds: stamp), every: interval($0))
    }
  }

  @Test(arguments: [5.0, 6, 10, 12.5, 15, 24, 25, 30])
  func looksComeAtTheRateWhateverThatOfTheFrames(fps: Double) {
    let count = looks(fps: fps, seconds: 20) { _ in .milliseconds(200) }.count
    #expect((99...101).contains(count), "\(count)")
  }

  @Test func aHurryTakesEffectWithTheNextFrame() {
    let pace = LookPace(usual: .milliseconds(200))
    let times = looks(fps: 10, seconds: 6) { seconds in
      pace.hurry((2.0..<4).contains(seconds))
      return pace.interval
    }
    #expect(times.filter { $0 < 2 }.count == 10)
    #expect((19...20).contains(times.filter { (2.0..<4).contains($0) }.count))
    #expect((9...11).contains(times.filter { $0 >= 4 }.count))
  }
}
