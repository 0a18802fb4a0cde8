import FootfallCore
import FootfallTestSupport
import FootfallTracking
import FootfallVision
import Testing

@testable import FootfallPipeline

@Suite struct DetectionScheduleTests {
  private typealias Decision = DetectionSchedule.Decision

  /// Ten pictures a second that all look the same.
  private func still(
    seconds: Double = 4, rate: DetectionRate = .recorded, people: @escaping (Int) -> [TrackMotion]
  ) -> ScheduledFootage {
    var footage = ScheduledFootage.steady(10, seconds: seconds, rate)
    footage.level = { _ in 90 }
    footage.people = people
    return footage
  }

  @Test func theFirstFrameIsLookedAtWholly() throws {
    for rate in [DetectionRate.recorded, .live, .everyFrame] {
      #expect(try ScheduleRun.frames(of: .steady(25, seconds: 1, rate)).first?.decision == .look(nil))
    }
  }

  @Test func whatFollowsASeamIsLookedAtWhollyEvenIfItLooksTheSame() throws {
    for seam in 1..<30 {
      var footage = still(seconds: 3) { _ in [.person()] }
      footage.seams = [seam]
      #expect(try ScheduleRun.frames(of: footage)[seam].decision == .look(nil), "seam at frame \(seam)")
    }
  }

  @Test func aPictureThatDoesNotChangeShowsTheSamePeopleForASecond() throws {
    let frames = try ScheduleRun.frames(of: still { _ in [.person()] })
    // The tenth frame after a look is a second away; two frames of a tenth of a second make one interval.
    let looks = frames.looks
    #expect(looks.first == 0)
    for gap in looks.gaps { #expect(gap >= 1 && gap <= 1.2 + 1e-6, "\(looks)") }
    #expect(frames.contains { $0.decision == .still })
    #expect(frames.allSatisfy { $0.decision != .still || $0.isCandidate })
  }

  @Test func anEmptyPictureThatDoesNotChangeIsStillToo() throws {
    let frames = try ScheduleRun.frames(of: still { _ in [] })
    #expect(frames.looks.count <= 4)
    #expect(frames.wholeLooks == frames.looks, "nothing is known about where to look")
  }

  @Test func beforeTheAnswerOfALookNothingIsStill() throws {
    let frames = try ScheduleRun.frames(of: still { _ in [.person()] })
    #expect(frames[1].waits == 1)
    #expect(frames.count { $0.waits > 0 } == frames.looks.count)
  }

  @Test(arguments: [
    ("somebody is new", TrackMotion.person(state: .tentative)),
    ("somebody is out of sight", .person(isInSight: false)),
    ("somebody new is out of sight", .person(state: .tentative, isInSight: false)),
  ])
  func nothingIsStillWhile(label: String, person: TrackMotion) throws {
    let frames = try ScheduleRun.frames(of: still { _ in [.person(), person] })
    #expect(frames.allSatisfy { $0.decision != .still }, "\(label)")
    #expect(frames.looks.gaps.allSatisfy { $0 <= 0.2 + 1e-6 }, "\(label)")
  }

  @Test func slowMoversAddUpToAChange() throws {
    // Two grey levels a second: no frame differs from the one before, but from that of the last look.
    var footage = still { _ in [.person()] }
    footage.level = { 90 + $0 * 2 }
    let frames = try ScheduleRun.frames(of: footage)
    #expect(frames.looks.gaps.allSatisfy { $0 < 0.6 }, "\(frames.looks)")
  }

  @Test func withoutALimitForStillPicturesAllAreLookedAt() throws {
    var rate = DetectionRate.recorded
    rate.stillInterval = nil
    let frames = try ScheduleRun.frames(of: still(rate: rate) { _ in [.person()] })
    #expect(frames.allSatisfy { $0.decision != .still && $0.waits == 0 })
  }

  @Test(arguments: [10.0, 25, 30, 60])
  func looksAtPartsAreInterruptedByLooksAtTheWholeMoreOftenAtFirst(fps: Double) throws {
    var schedule = DetectionSchedule(rate: .recorded, fullSize: ScheduleRun.size)
    var (whole, parts) = ([Double](), 0)
    for index in 0..<Int(26 * fps) {
      let seconds = Double(index) / fps
      let cells = try MotionCells.grey(90, size: ScheduleRun.size, spot: (2, 2, index * 53 % 256))
      let decision = schedule.decide(
        at: MediaTime(seconds: seconds), isSeam: false, cells: cells, contentSize: ScheduleRun.size)
      guard case .look(let part) = decision else { continue }
      if part == nil { whole.append(seconds) } else { parts += 1 }
      schedule.adapt(to: [.person()])
    }
    #expect(parts > whole.count)
    // Half a second apart in the first four seconds, two from the sixteenth on.
    #expect(whole.filter { $0 < 4.5 }.gaps.allSatisfy { $0 >= 0.5 - 1e-6 && $0 <= 0.7 + 0.02 }, "\(whole)")
    #expect(whole.filter { $0 > 16 }.gaps.allSatisfy { $0 >= 2 - 1e-6 && $0 <= 2.2 + 0.02 }, "\(whole)")
  }

  @Test func aPartHoldsWhatMovesAndWhoIsExpected() throws {
    var schedule = DetectionSchedule(rate: .recorded, fullSize: PixelSize(width: 640, height: 480))
    let size = PixelSize(width: 320, height: 240)
    let person = TrackMotion.person(foot: Point(100, 200), height: 60)
    _ = schedule.decide(at: .zero, isSeam: false, cells: try .grey(90, size: size), contentSize: size)
    schedule.adapt(to: [person])
    let changed = try MotionCells.grey(90, size: size, spot: (30, 20, 200))
    let decision = schedule.decide(
      at: MediaTime(seconds: 0.2), isSeam: false, cells: changed, contentSize: size)
    guard case .look(let region) = decision else { throw Unexpected(decision: decision) }
    let part = try #require(region)
    #expect(part.x <= 44 && part.y <= 70, "the person's box, halved")
    #expect(part.maxX >= 248 && part.maxY >= 168, "the changed cell")
    #expect(part.maxX < 320, "not everything")
  }

  private struct Unexpected: Error { var decision: DetectionSchedule.Decision }

  /// What a schedule decides depends on what it is shown and on nothing else.
  @Test(arguments: [4, 5, 6] as [UInt64])
  func schedulesDoNotDisturbEachOther(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let footage = (0..<3).map { _ in Self.random(&generator) }
    let alone = try footage.map { try ScheduleRun.frames(of: $0).map(\.decision) }
    var runs = footage.map { ScheduleRun($0) }
    var open = Array(runs.indices)
    while let next = open.randomElement(using: &generator) {
      if try !runs[next].step() { open.removeAll { $0 == next } }
    }
    for (run, decisions) in zip(runs, alone) {
      #expect(run.frames.map(\.decision) == decisions, "seed \(seed)")
    }
  }

  @Test(arguments: [7, 8] as [UInt64])
  func theSameFootageGivesTheSameDecisions(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let footage = Self.random(&generator)
    let first = try ScheduleRun.frames(of: footage).map(\.decision)
    #expect(try ScheduleRun.frames(of: footage).map(\.decision) == first, "seed \(seed)")
    #expect(Set(first.map { "\($0)".prefix(4) }).count >= 3, "a run of several decisions: seed \(seed)")
  }

  /// Pictures that change now and then, with people who come, go and hurry.
  private static func random(_ generator: inout SeededGenerator) -> ScheduledFootage {
    let rates: [Double] = [10, 25, 30]
    let fps = rates[Int.random(in: rates.indices, using: &generator)]
    var footage = ScheduledFootage.steady(fps, seconds: 12, .recorded)
    var (level, levels) = (0, [Int]())
    var people: [[TrackMotion]] = []
    for index in footage.times.indices {
      if index % Int(2 * fps) < Int(fps), Bool.random(using: &generator) { level = (level + 53) % 256 }
      levels.append(level)
      let isNew = index % Int(5 * fps) < Int(fps)
      let speed = Double.random(in: 0...60, using: &generator)
      people.append([.person(velocity: Point(speed, 0), state: isNew ? .tentative : .confirmed)])
    }
    footage.level = { [levels] in levels[$0] }
    footage.people = { [people] in people[$0] }
    return footage
  }
}
