import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

/// Learning what staff wear, from people who walk side by side through a picture for twenty seconds.
@Suite struct StaffLessonTests {
  /// Clothes by person, from the top of the picture to the bottom; colours 0 to 15 above and below.
  private typealias Clothes = (upper: Int, lower: Int)

  private static let red: Clothes = (6, 0)
  private static let crowd: [Clothes] = [(0, 0), (1, 1), (2, 3), (12, 0), (3, 1), (0, 12), (9, 2), (4, 4)]

  private func foot(_ person: Int, at time: Double) -> Point {
    Point(50 + 25 * time, 60 + 50 * Double(person))
  }

  /// Somebody in row `person` at a moment, on their chest.
  private func mark(_ person: Int, at time: Double = 5) -> StaffLesson.Mark {
    let foot = foot(person, at: time)
    return StaffLesson.Mark(time: MediaTime(seconds: time), position: Point(foot.x, foot.y - 30))
  }

  private func lesson(
    _ people: [Clothes?], marks: [StaffLesson.Mark], seconds: Double = 20, noise: Double = 0.2,
    seed: UInt64 = 1
  ) -> StaffLesson {
    var generator = SeededGenerator(seed: seed)
    var lesson = StaffLesson(marks: marks)
    for index in 0..<Int(seconds * 5) {
      let time = Double(index) / 5
      let tracks = people.enumerated().map { person, clothes in
        let foot = foot(person, at: time)
        return TrackSnapshot(
          track: TrackID(person + 1), box: BoundingBox(x: foot.x - 10, y: foot.y - 45, width: 20, height: 45),
          score: 0.9, state: .confirmed, evidence: .observed,
          appearance: clothes.map {
            Colours.seen(upper: $0.upper, lower: $0.lower, noise: noise, using: &generator)
          })
      }
      let stamp = FrameStamp(
        number: index + 1, time: MediaTime(seconds: time), duration: .milliseconds(200))
      lesson.observe(tracks, in: stamp)
    }
    return lesson
  }

  private func fault(_ lesson: StaffLesson) -> StaffLesson.Fault? {
    do throws(StaffLesson.Fault) {
      _ = try lesson.finish()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func uniformsFitWhoWearsThemAndNobodyElse(seed: UInt64) throws {
    print("seed \(seed)")
    // Of three in uniform two are marked.
    let people = [Self.red, Self.red, Self.red] + Self.crowd
    let examples = try lesson(people, marks: [mark(0), mark(1, at: 9)], seed: seed).finish()
    #expect(examples.staff == 2 && examples.staffAlike == 2)
    #expect(examples.others == 9 && examples.othersAlike == 1)
    var generator = SeededGenerator(seed: seed &+ 100)
    for clothes in people {
      var person = AppearanceMean()
      for _ in 0..<20 {
        person.add(Colours.seen(upper: clothes.upper, lower: clothes.lower, noise: 0.3, using: &generator))
      }
      #expect(examples.uniform.isWorn(by: person) == (clothes == Self.red), "\(clothes)")
    }
  }

  @Test func theMoreExamplesDifferTheLessHasToAgree() throws {
    let people = [Self.red] + Self.crowd
    let steady = try lesson(people, marks: [mark(0)], noise: 0.1).finish().uniform
    let changing = try lesson(people, marks: [mark(0)], noise: 0.8).finish().uniform
    #expect(changing.leastSimilarity < steady.leastSimilarity)
  }

  @Test func equalRecordingsTeachTheSame() throws {
    let people = [Self.red] + Self.crowd
    #expect(
      try lesson(people, marks: [mark(0)]).finish() == lesson(people, marks: [mark(0)]).finish())
  }

  @Test func ofTwoAtTheSamePlaceTheOneInFrontIsMeant() throws {
    // The box of row 1 reaches from 65 to 110, that of row 0 ends at 60; a second person of row 1's place in front.
    var lesson = StaffLesson(marks: [.init(time: .zero, position: Point(100, 80))])
    for index in 0..<100 {
      let stamp = FrameStamp(
        number: index + 1, time: MediaTime(seconds: Double(index) / 5), duration: .milliseconds(200))
      let tracks = [(1, 100.0, Self.red), (2, 110.0, Self.crowd[3]), (3, 400.0, Self.red)].map {
        TrackSnapshot(
          track: TrackID($0.0), box: BoundingBox(x: 90, y: $0.1 - 45, width: 20, height: 45), score: 1,
          state: .confirmed, evidence: .observed,
          appearance: Colours.appearance(upper: $0.2.upper, lower: $0.2.lower))
      }
      lesson.observe(tracks, in: stamp)
    }
    let uniform = try lesson.finish().uniform
    #expect(uniform.isWorn(by: Colours.appearance(upper: 12, lower: 0)))
    #expect(!uniform.isWorn(by: Colours.appearance(upper: 6, lower: 0)))
  }

  @Test func clothesThatMostPeopleWearTeachNothing() throws {
    let people = [Self.red, Self.red, Self.red, Self.red, Self.crowd[0], Self.crowd[3], Self.crowd[2]]
    let found = try #require(fault(lesson(people, marks: [mark(0)])))
    guard case .everybodyAlike(let examples) = found else {
      Issue.record("\(found)")
      return
    }
    #expect(examples.staffAlike == 1 && examples.othersAlike == 3)
    #expect(abs(examples.shareAlike - 4.0 / 7) < 1e-9)
    // With as many others as staff it is just learned.
    #expect(fault(lesson(people + [Self.crowd[1]], marks: [mark(0)])) == nil)
  }

  @Test func whatMarksCannotTeachIsSaid() {
    let people: [Clothes?] = [Self.red, nil] + Self.crowd
    #expect(fault(lesson(people, marks: [mark(0), mark(0, at: 25)])) == .beyondEnd(mark: 1))
    let nowhere = StaffLesson.Mark(time: MediaTime(seconds: 5), position: Point(5, 5))
    #expect(fault(lesson(people, marks: [nowhere])) == .nobodyThere(mark: 0, inView: 10))
    #expect(fault(lesson(people, marks: [mark(0), mark(1)])) == .notSeenClearly(mark: 1))
    #expect(fault(lesson([Self.red], marks: [mark(0)])) == .nobodyElse)
    #expect(fault(lesson(people, marks: [mark(0)], seconds: 6)) == .seenTooShortly(pieces: 2))
    let odd = fault(
      lesson([Self.red, Self.red, Self.red, (12, 12)] + Self.crowd, marks: (0..<4).map { mark($0) }))
    guard case .unlikeTheOthers(let mark, let similarity, let least) = odd else {
      Issue.record("\(String(describing: odd))")
      return
    }
    #expect(mark == 3 && similarity < least)
  }
}
