import FootfallTestSupport
import Testing

@testable import FootfallMembers

struct MatchingRuleTests {
  private let one = MemberID(number: 1)
  private let other = MemberID(number: 2)

  @Test("a match needs the similarity and the margin; a gallery of one needs no second")
  func rule() {
    let rule = MatchRule(minimumSimilarity: 0.5, minimumMargin: 0.1)
    func member(_ best: Double, _ second: Double?) -> MemberID? {
      rule.member(GalleryMatch(member: one, similarity: best, secondSimilarity: second))
    }
    #expect(member(0.6, 0.4) == one && member(0.6, nil) == one)
    #expect(member(0.49, 0.1) == nil && member(0.6, 0.55) == nil && rule.member(nil) == nil)
  }

  @Test("a vote needs three looks of the last five that agree and none that disagrees")
  func vote() {
    func result(_ looks: MemberID?...) -> MemberID? {
      var vote = MatchVote()
      for look in looks { vote.add(look) }
      return vote.member
    }
    #expect(result(one, one) == nil)
    #expect(result(one, nil, one, nil, one) == one)
    #expect(result(one, one, other, one) == nil)
    #expect(result(other, one, one, one, one) == nil)
    #expect(result(other, one, one, one, one, one) == one)
    #expect(result(one, one, one, nil, nil, nil) == nil)
  }

  @Test("a threshold accepts no more of the strangers than was asked for, and the next lower one would")
  func threshold() throws {
    var generator = SeededGenerator(seed: 3)
    let strangers = (0..<1000).map { _ in Double.random(in: -1...1, using: &generator) }
    for rate in [0.001, 0.01, 0.2] {
      let choice = try ThresholdChoice(similarities: strangers, rate: rate, members: 1)
      let accepted = strangers.count { $0 >= choice.threshold }
      #expect(accepted == Int(rate * 1000))
    }
  }

  @Test("each further member is another chance to be mistaken")
  func members() throws {
    let strangers = (0..<100_000).map { Double($0) / 100_000 }
    let choice = try ThresholdChoice(similarities: strangers, rate: 0.1, members: 100)
    // 1 - (1 - p)^100 = 0.1 for p = 0.001053.
    #expect(abs(choice.rateOfPairs - 0.001_053) < 1e-6)
    #expect(abs(choice.threshold - (1 - 0.001_053)) < 2e-5)
  }

  @Test("too few pairs for a rate is an error that tells how many there must be")
  func tooFew() throws {
    let error = try #require(throws: ThresholdChoice.TooFewPairs.self) {
      try ThresholdChoice(similarities: [0.1, 0.2], rate: 0.01, members: 1)
    }
    #expect(error.needed == 100)
  }

  @Test("a pseudonym is 16 hexadecimal digits", arguments: ["3f9c0a1be27d4856", "000000000000000a"])
  func pseudonym(text: String) throws {
    #expect(try #require(MemberID(text)).description == text)
    #expect(MemberID(String(text.dropLast())) == nil && MemberID("+" + text.dropFirst()) == nil)
  }
}
