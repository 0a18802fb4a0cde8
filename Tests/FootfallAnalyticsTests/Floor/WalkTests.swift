import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

@Suite struct WalkTests {
  /// Six metres to the right, six metres away: 12 m at a steady pace.
  private static func corner(_ pace: Double) -> (Double) -> Point? {
    { seconds in
      let way = seconds * pace
      if way > 12 { return nil }
      return way < 6 ? Point(-3 + way, 4) : Point(3, 4 + way - 6)
    }
  }

  @Test(
    "The length and the speed of a known way are right to 5 %, however the boxes tremble",
    arguments: [0.6, 1.2, 1.8], [5.0, 10, 25])
  func knownWay(pace: Double, fps: Double) throws {
    let view = try FloorView()
    for seed in 1...10 as ClosedRange<UInt64> {
      // Boxes are off by up to a twentieth of their height in each direction, in each frame anew.
      let walk = try view.result(
        seconds: 12 / pace + 1, fps: fps, jitter: 0.05, seed: seed, people: [Self.corner(pace)]
      ).walks[0]
      #expect(abs(walk.pathMetres / 12 - 1) < 0.05, "\(walk.pathMetres) m, seed \(seed)")
      #expect(abs(try #require(walk.meanSpeed) / pace - 1) < 0.05, "\(walk.meanSpeed ?? 0) m/s, seed \(seed)")
      #expect(
        abs(try #require(walk.medianSpeed) / pace - 1) < 0.1, "\(walk.medianSpeed ?? 0) m/s, seed \(seed)")
    }
  }

  @Test("Who stands has walked nowhere, for however long and however the box trembles")
  func standing() throws {
    let view = try FloorView()
    for seed in 1...5 as ClosedRange<UInt64> {
      let result = try view.result(
        seconds: 300, jitter: 0.05, seed: seed, people: [{ _ in Point(0, 5) }, { _ in Point(2, 9) }])
      #expect(result.walks.map(\.pathMetres) == [0, 0])
      #expect(result.walks.allSatisfy { $0.walking == .zero && $0.meanSpeed == nil && $0.medianSpeed == nil })
      #expect(result.paths == nil && result.speeds == nil)
    }
  }

  @Test("Standing on the way adds nothing to its length, and little to the time of walking")
  func pause() throws {
    let view = try FloorView()
    for seed in 1...10 as ClosedRange<UInt64> {
      let walk = try view.result(
        seconds: 70, jitter: 0.04, seed: seed,
        people: [
          { seconds in Self.corner(1.2)(seconds < 5 ? seconds : seconds < 55 ? 5 : seconds - 50) }
        ]
      ).walks[0]
      #expect(abs(walk.pathMetres / 12 - 1) < 0.05, "\(walk.pathMetres) m, seed \(seed)")
      #expect(abs(walk.walking.inSeconds - 10) < 2, "\(walk.walking), seed \(seed)")
    }
  }

  @Test("A jump to somebody else is no way")
  func exchange() throws {
    let view = try FloorView()
    for seed in 1...5 as ClosedRange<UInt64> {
      let walk = try view.result(
        seconds: 20, jitter: 0.05, seed: seed, people: [{ $0 < 10 ? Point(-3, 5) : Point(3, 5) }]
      ).walks[0]
      #expect(walk.pathMetres == 0, "seed \(seed)")
    }
  }

  @Test("A way goes on where somebody was hidden")
  func hidden() throws {
    let view = try FloorView()
    let walk = try view.result(
      seconds: 11,
      people: [
        { (1..<2.5).contains($0) ? nil : Self.corner(1.2)($0) }
      ]
    ).walks[0]
    #expect(abs(walk.pathMetres / 12 - 1) < 0.05, "\(walk.pathMetres) m")
  }

  @Test("The median and the mean are those of the people who walked")
  func summary() throws {
    let view = try FloorView()
    let result = try view.result(
      seconds: 21, people: [Self.corner(0.6), Self.corner(1.2), Self.corner(1.8), { _ in Point(0, 5) }])
    #expect(result.walks.count == 4)
    let speeds = try #require(result.speeds)
    #expect(abs(speeds.median - 1.2) < 0.05 && abs(speeds.mean - 1.2) < 0.05)
    #expect(abs(try #require(result.paths).mean - 12) < 0.5)
  }
}
