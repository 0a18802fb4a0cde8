import FootfallCore
import FootfallTestSupport
import FootfallTracking
import Testing

@testable import FootfallPipeline

/// The rates of cameras, and how often a detector looks at what they record.
@Suite struct DetectionRateTests {
  static let rates: [(label: String, rate: DetectionRate)] = [
    ("recorded", .recorded), ("live", .live),
  ]
  static let sources: [Double] = [1, 2, 5, 8, 10, 12, 12.5, 15, 20, 24, 25, 29.97, 30, 50, 59.94, 60, 120]

  @Test(arguments: rates, sources)
  func calmFootageIsLookedAtOnceAnInterval(rate: (label: String, rate: DetectionRate), fps: Double) throws {
    let frames = try ScheduleRun.frames(of: .steady(fps, rate.rate))
    let spacing = try #require(frames.candidates.gaps.max())
    let longest = max(rate.rate.longestInterval.inSeconds, 1 / fps)
    // The first looks have no answer yet: they are as dense as can be.
    let gaps = frames.looks.filter { $0 > 1 }.gaps
    #expect(gaps.count > 2)
    for gap in gaps {
      #expect(gap <= longest + spacing / 8 + 1e-6, "\(rate.label) at \(fps) fps")
      #expect(gap >= longest - spacing - 1e-6, "\(rate.label) at \(fps) fps")
    }
  }

  @Test(arguments: rates, sources)
  func candidatesAreNoDenserThanTheShortestInterval(
    rate: (label: String, rate: DetectionRate), fps: Double
  ) throws {
    let candidates = try ScheduleRun.frames(of: .steady(fps, rate.rate)).candidates
    let shortest = rate.rate.shortestInterval.inSeconds
    for gap in candidates.gaps {
      #expect(gap <= max(shortest, 1 / fps) + 1 / fps / 8 + 1e-6, "\(rate.label) at \(fps) fps")
      #expect(gap >= shortest - 1 / fps - 1e-6, "\(rate.label) at \(fps) fps")
    }
  }

  @Test(arguments: rates, sources)
  func aSteadySourceIsLookedAtSteadily(rate: (label: String, rate: DetectionRate), fps: Double) throws {
    let gaps = try ScheduleRun.frames(of: .steady(fps, rate.rate)).looks.filter { $0 > 1 }.gaps
    let spread = (gaps.max() ?? .infinity) - (gaps.min() ?? 0)
    #expect(spread < 0.001, "\(rate.label) at \(fps) fps: \(Set(gaps.map { ($0 * 1000).rounded() }))")
  }

  @Test(arguments: rates, sources)
  func urgentPeopleRaiseTheRateToEveryCandidate(
    rate: (label: String, rate: DetectionRate), fps: Double
  ) throws {
    var footage = ScheduledFootage.steady(fps, seconds: 4, rate.rate)
    footage.people = { _ in [.person(state: .tentative)] }
    let frames = try ScheduleRun.frames(of: footage)
    #expect(frames.allSatisfy { $0.isLook || !$0.isCandidate }, "\(rate.label) at \(fps) fps")
  }

  @Test(arguments: rates, [15.0, 25, 30, 60])
  func theRateFallsAgainOnceNobodyIsUrgent(rate: (label: String, rate: DetectionRate), fps: Double) throws {
    var footage = ScheduledFootage.steady(fps, seconds: 8, rate.rate)
    footage.people = { Double($0) / fps < 4 ? [.person(state: .tentative)] : [.person()] }
    let looks = try ScheduleRun.frames(of: footage).looks
    let urgent = looks.filter { $0 < 4 }.count
    let calm = looks.filter { $0 >= 4 }.count
    #expect(Double(calm) < Double(urgent) * 0.8, "\(rate.label) at \(fps) fps: \(urgent), \(calm)")
  }

  @Test(arguments: sources)
  func everyFrameLooksAtAllOfEveryFrame(fps: Double) throws {
    var footage = ScheduledFootage.steady(fps, seconds: 3, .everyFrame)
    footage.level = { _ in 90 }
    footage.people = { _ in [.person()] }
    let frames = try ScheduleRun.frames(of: footage)
    #expect(frames.allSatisfy { $0.isWholeLook })
  }

  @Test(arguments: rates, [1, 2, 3] as [UInt64])
  func timeStampsThatJitterDelayALookByTheJitterAtMost(
    rate: (label: String, rate: DetectionRate), seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    for fps in Self.sources where fps >= 5 {
      var footage = ScheduledFootage.steady(fps, seconds: 20, rate.rate)
      // A third of a frame early or late, and one frame in twenty lost.
      footage.times = footage.times.compactMap { time in
        let isLost = Double.random(in: 0..<1, using: &generator) < 0.05 && time > 0
        return isLost ? nil : max(0, time + .random(in: -0.3...0.3, using: &generator) / fps)
      }
      let frames = try ScheduleRun.frames(of: footage)
      let spacings = frames.candidates.gaps
      let (widest, narrowest) = (try #require(spacings.max()), try #require(spacings.min()))
      let slowest = try #require(footage.times.gaps.max())
      let longest = max(rate.rate.longestInterval.inSeconds, slowest)
      let bound = longest + widest / 8 + (widest - narrowest) + 1e-6
      let worst = try #require(frames.looks.gaps.max())
      #expect(worst <= bound, "seed \(seed), \(rate.label) at \(fps) fps")
    }
  }
}
