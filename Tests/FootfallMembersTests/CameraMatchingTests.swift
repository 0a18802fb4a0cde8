import FootfallCore
import FootfallTestSupport
import Testing

@testable import FootfallMembers

struct CameraMatchingTests {
  private let one = MemberID(number: 1)
  private let other = MemberID(number: 2)

  private func person(_ track: Int, width: Double = 100, isConfirmed: Bool = true) -> TrackSnapshot {
    TrackSnapshot(
      track: TrackID(track), box: BoundingBox(x: 10, y: 20, width: width, height: 3 * width), score: 0.9,
      state: isConfirmed ? .confirmed : .tentative, evidence: .observed)
  }

  private func everywhere(_: TrackSnapshot) -> String? { "" }

  @Test("at most four looks a second, at whoever was looked at least often")
  func budget() {
    var matching = CameraMatching()
    var looked: [TrackID] = []
    for frame in 0..<250 {
      let look = matching.nextLook(
        at: [person(1), person(2), person(3)], zone: everywhere, isFree: true,
        time: .milliseconds(frame * 10))
      if let look { looked.append(look.track) }
    }
    #expect(looked.count == 10)
    #expect(Array(looked.prefix(6)) == [1, 2, 3, 1, 2, 3].map { TrackID($0) })
  }

  @Test("nobody is looked at while another look is under way, and it does not count as an attempt")
  func oneInFlight() {
    var matching = CameraMatching()
    for second in 0..<20 {
      #expect(
        matching.nextLook(at: [person(1)], zone: everywhere, isFree: false, time: .seconds(second)) == nil)
    }
    #expect(matching.nextLook(at: [person(1)], zone: everywhere, isFree: true, time: .seconds(20)) != nil)
  }

  @Test("who is not confirmed, too far away or outside the zones is not looked at")
  func whom() {
    var matching = CameraMatching()
    let people = [person(1, isConfirmed: false), person(2, width: 40), person(3)]
    #expect(matching.nextLook(at: people, zone: { _ in nil }, isFree: true, time: .zero) == nil)
    let look = matching.nextLook(at: people, zone: everywhere, isFree: true, time: .zero)
    #expect(look?.track == TrackID(3))
    #expect(look?.area == BoundingBox(x: 10, y: 20, width: 100, height: 120))
  }

  /// Looks a second apart, with what each says; the recognition that came of each.
  private func follow(_ looks: [MemberID?]) -> (CameraMatching, recognised: [MemberID?]) {
    var matching = CameraMatching()
    let recognised = looks.enumerated().map { second, member in
      _ = matching.nextLook(at: [person(1)], zone: everywhere, isFree: true, time: .seconds(second))
      return matching.add(member, similarity: 0.5 + 0.01 * Double(second), of: TrackID(1))?.member
    }
    return (matching, recognised)
  }

  @Test("three looks that agree recognise a member, once for each track")
  func once() {
    let (matching, recognised) = follow([one, nil, one, one, one, one])
    #expect(recognised == [nil, nil, nil, one, nil, nil])
    #expect(matching.decision(of: TrackID(1)) == .member(one))
  }

  @Test("looks that name two members, and strangers, come to nothing after twelve attempts")
  func unknown() {
    let (disputed, none) = follow((0..<12).map { $0.isMultiple(of: 2) ? one : other })
    #expect(none.allSatisfy { $0 == nil } && disputed.decision(of: TrackID(1)) == .unknown)
    var (stranger, nobody) = follow([MemberID?](repeating: nil, count: 12))
    #expect(nobody.allSatisfy { $0 == nil } && stranger.decision(of: TrackID(1)) == .unknown)
    #expect(stranger.nextLook(at: [person(1)], zone: everywhere, isFree: true, time: .seconds(99)) == nil)
  }

  @Test("a member who goes on under another track is not recognised twice, and leaves once")
  func presence() {
    var (matching, _) = follow([one, one, one])
    matching.reset()
    for second in 3..<6 {
      _ = matching.nextLook(at: [person(7)], zone: everywhere, isFree: true, time: .seconds(second))
      #expect(matching.add(one, similarity: 0.9, of: TrackID(7)) == nil)
    }
    #expect(matching.departures(at: .seconds(14)).isEmpty)
    #expect(matching.departures(at: .seconds(15)).map(\.member) == [one])
    #expect(matching.departures(at: .seconds(99)).isEmpty)
  }

  @Test("of a member whose recognition is taken back it is not told either that somebody left")
  func revoked() {
    var (matching, _) = follow([one, one, one])
    matching.revoke(one)
    #expect(matching.decision(of: TrackID(1)) == .unknown)
    #expect(matching.departures(at: .seconds(99)).isEmpty)
  }

  @Test(
    "of recorded templates among 1,000, the members are found by their tracks and nobody of 200 strangers")
  func gallery() {
    var generator = SeededGenerator(seed: 11)
    let gallery = Gallery()
    let templates = (1...1000).map { number in
      let template = Embeddings.random(using: &generator)
      gallery.add(MemberID(number: UInt64(number)), template)
      return template
    }
    let rule = MatchRule(minimumSimilarity: 0.5, minimumMargin: 0.05)
    for number in 0..<400 {
      let own = number < 200 ? templates[number * 5] : Embeddings.random(using: &generator)
      let (matching, _) = follow(
        (0..<12).map { _ in
          // Cosine of about 0.75 to the template.
          rule.member(gallery.nearest(to: Embeddings.near(own, noise: 0.078, using: &generator)))
        })
      let expected: CameraMatching.Decision =
        number < 200 ? .member(MemberID(number: UInt64(number * 5 + 1))) : .unknown
      #expect(matching.decision(of: TrackID(1)) == expected)
    }
  }
}
