import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

@Suite("Proposals of lines")
struct LineProposalTests {
  @Test(
    "For a flawed line a better one is found, which counts more people cleanly",
    arguments: [FlawedView.flatAngle, .oftenHidden, .tracksEnd, .tooShort, .lingering])
  func better(flawed: FlawedView) throws {
    let line = flawed.view.advice().lines[0]
    let proposal = try #require(line.proposal)
    #expect(proposal.before == line.measure)
    #expect(proposal.after.clean >= line.measure.clean)
    #expect(proposal.after.clean > line.measure.clean || proposal.after.lingering < line.measure.lingering)
    #expect(proposal.line.id == line.line.id && proposal.line.kind == line.line.kind)
    // What is said of it is what would be said of it if it were drawn.
    var redrawn = flawed.view
    redrawn.lines = [proposal.line]
    let again = redrawn.advice().lines[0]
    #expect(again.measure == proposal.after)
    #expect((again.findings.verdict ?? .error) <= (line.findings.verdict ?? .ok))
  }

  @Test(
    "Who went in goes in, at whatever angle the line was drawn",
    arguments: [false, true], [-80.0, -50, -20, 20, 50, 80])
  func direction(isSwapped: Bool, slant: Double) throws {
    // All from left to right, across a short line that leans by `slant` pixels either way.
    let walks = AdvisedView.people { number in
      let y = 220 + Double(number * 53 % 160)
      let way = [(seconds: 0.0, foot: Point(100, y)), (seconds: 5, foot: Point(540, y))]
      return number % 2 == 0 ? way : way.reversed().map { (5 - $0.seconds, $0.foot) }
    }
    var view = AdvisedView(walks: walks)
    view.lines = [
      AdvisedView.line(
        from: Point(320 - slant, 255), to: Point(320 + slant, 325), isSwapped: isSwapped)
    ]
    let line = view.advice().lines[0]
    let proposal = try #require(line.proposal)
    #expect(proposal.line.isSwapped == isSwapped)
    #expect(line.measure.entries == 0 || line.measure.exits == 0)
    #expect((proposal.after.entries > 0) == (line.measure.entries > 0))
    #expect((proposal.after.exits > 0) == (line.measure.exits > 0))
  }

  @Test("A line is not moved to where other people walk")
  func strangers() throws {
    // A door near the top that people appear at, and a busy way below it.
    let entering = AdvisedView.people(8) { number in
      let x = 280 + Double(number * 29 % 80)
      return [(0, Point(x, 130)), (4, Point(x, 380))]
    }
    let passing = AdvisedView.passing(10).map { walk in
      var walk = walk
      walk.track += 100
      walk.corners = walk.corners.map { ($0.seconds, Point($0.foot.x, 440)) }
      return walk
    }
    var view = AdvisedView(walks: entering + passing)
    view.lines = [AdvisedView.line(from: Point(220, 140), to: Point(420, 140))]
    let line = view.advice().lines[0]
    #expect((line.findings.severity(of: .tracksEnd) ?? .ok) > .ok)
    let proposal = try #require(line.proposal)
    #expect(proposal.after.crossers <= 8 && proposal.after.clean >= 7)
  }

  @Test(
    "Where nobody walks, or all turn back, nothing is proposed",
    arguments: [FlawedView.outsideWalkedArea, .notEnoughPeople, .oneSided, .neverCrossed])
  func nothing(flawed: FlawedView) {
    #expect(flawed.view.advice().lines[0].proposal == nil)
  }

  @Test("A camera without a line gets one that counts everybody cleanly")
  func newLine() throws {
    var view = AdvisedView(walks: AdvisedView.passing())
    view.lines = []
    let proposal = try #require(view.advice().newLine)
    #expect(proposal.before == nil)
    #expect(proposal.after.clean >= 11 && proposal.after.crossers == 12)
    view.walks = Array(view.walks.prefix(3))
    #expect(view.advice().newLine == nil)
  }

  @Test("The same footage leads to the same proposal")
  func repeatable() {
    let first = FlawedView.tooShort.view.advice().lines[0].proposal
    #expect(FlawedView.tooShort.view.advice().lines[0].proposal == first && first != nil)
  }
}
