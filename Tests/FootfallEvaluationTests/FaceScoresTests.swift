import FootfallEvaluation
import Testing

struct FaceScoresTests {
  private func pairs(_ same: [Bool]) -> [FacePair] {
    same.enumerated().map { index, isSame in
      FacePair(first: "a\(index)", second: "b\(index)", isSame: isSame, line: index + 1)
    }
  }

  @Test("scores of four and four pairs are those worked out by hand")
  func byHand() throws {
    // Falling: S S D S D S D D; half of each kind is above 0.55.
    let same = [true, true, false, true, false, true, false, false]
    let similarities = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2]
    let scores = try #require(RecognitionScores(pairs: pairs(same), similarities: similarities))
    // At 0.6 one of four strangers is accepted and one of four of the same is refused.
    #expect(scores.equalErrorRate.value == 0.25)
    #expect(scores.trueAcceptsAtOnePercent.value == 0.5)
    #expect(scores.accuracy.value == 0.75)
    #expect(scores.threshold == 0.75)
    // Up to 10 % of four strangers are none: above 0.7, where two of four are accepted.
    #expect(scores.curve.map(\.rate) == RecognitionScores.falseAcceptRates)
    #expect(
      scores.curve.allSatisfy { $0.falseAccepts == 0 && $0.trueAccepts.value == 0.5 && $0.threshold == 0.8 })
    #expect(scores.curve.allSatisfy { $0.trueAccepts.interval.contains(0.5) })
  }

  @Test("the equal error rate lies between two steps where no threshold makes both errors equal")
  func betweenSteps() throws {
    let same = [true, false, true, false, false]
    let scores = try #require(
      RecognitionScores(pairs: pairs(same), similarities: [0.9, 0.8, 0.7, 0.6, 0.5]))
    // From (FAR 1/3, FRR 1/2) to (1/3, 0) both are equal at 1/3.
    #expect(abs(scores.equalErrorRate.value - 1 / 3) < 1e-12)
  }

  @Test("pairs that are all told apart have no error, and equal similarities count as one step")
  func extremes() throws {
    let perfect = try #require(
      RecognitionScores(pairs: pairs([true, false]), similarities: [0.9, 0.1]))
    #expect(perfect.equalErrorRate.value == 0 && perfect.accuracy.value == 1)
    #expect(perfect.threshold == 0.5)
    let blind = try #require(
      RecognitionScores(pairs: pairs([true, false, true, false]), similarities: [0.5, 0.5, 0.5, 0.5]))
    #expect(blind.equalErrorRate.value == 0.5 && blind.accuracy.value == 0.5)
    #expect(blind.trueAcceptsAtOnePercent.value == 0)
  }

  @Test("pairs of one kind only have no scores")
  func oneKind() {
    #expect(RecognitionScores(pairs: pairs([true, true]), similarities: [1, 0]) == nil)
    #expect(RecognitionScores(pairs: [], similarities: []) == nil)
  }

  @Test("an interval holds the value, and is wider where few people make up the pairs")
  func intervals() throws {
    func width(people: Int) throws -> Double {
      var (pairs, similarities): ([FacePair], [Double]) = ([], [])
      // The first of every four people is hard to know: all of their pairs are wrong together.
      for person in 0..<people {
        for number in 0..<(240 / people) {
          pairs.append(
            FacePair(first: "\(person)/0", second: "\(person)/\(number + 1)", isSame: true, line: 1))
          similarities.append(person % 4 == 0 ? 0.2 : 0.8)
          pairs.append(
            FacePair(
              first: "\(person)/0", second: "\((person + 1) % people)/\(number + 1)", isSame: false, line: 1))
          similarities.append(0.5)
        }
      }
      let scores = try #require(RecognitionScores(pairs: pairs, similarities: similarities))
      #expect(scores.trueAcceptsAtOnePercent.value == 0.75)
      #expect(scores.trueAcceptsAtOnePercent.interval.contains(0.75))
      return scores.trueAcceptsAtOnePercent.interval.upperBound
        - scores.trueAcceptsAtOnePercent.interval.lowerBound
    }
    #expect(try width(people: 8) > 1.5 * width(people: 80))
  }

  @Test(
    "columns may stand in any order, with or without a header",
    arguments: [
      "a,b,same\nx.pgm,y.pgm,1\n", "same,note,b,a\n1,-,y.pgm,x.pgm\n", "x.pgm,y.pgm,1",
      "\"x.pgm\", y.pgm ,1\r\n",
    ])
  func rows(text: String) throws {
    let pairs = try FacePairRows.parse([UInt8](text.utf8))
    #expect(
      pairs.map(\.first) == ["x.pgm"] && pairs.map(\.second) == ["y.pgm"] && pairs.map(\.isSame) == [true])
  }

  @Test(
    "a spoilt row is an error with its line and what is allowed",
    arguments: [
      ("a,b,same\nx,y,2\n", 2, "column 3 (same) is '2'; allowed: 1 or 0"),
      ("a,b,same\nx,y,true\n", 2, "column 3 (same) is 'true'; allowed: 1 or 0"),
      ("a,b,same\nx,y\n", 2, "the row is 'x,y'; allowed: a,b,same"),
      ("a,b,same\nx,,1\n", 2, "column 2 (b) is ''; allowed: the path of a picture"),
      ("a,b\nx,y\n", 1, "the header is 'a,b'; allowed: a,b,same"),
    ])
  func spoiltRows(text: String, line: Int, message: String) throws {
    let error = try #require(throws: RowError.self) { try FacePairRows.parse([UInt8](text.utf8)) }
    #expect(error.line == line && error.description == message)
  }
}
