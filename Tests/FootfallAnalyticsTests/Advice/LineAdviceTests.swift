import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

@Suite("Advice about lines")
struct LineAdviceTests {
  @Test("A line that people walk straight across, well seen on both sides, is good")
  func good() throws {
    let line = AdvisedView(walks: AdvisedView.passing()).advice().lines[0]
    #expect(line.findings.map(\.kind) == [.good])
    #expect(line.findings.verdict == .ok)
    // Every other one of 12 walks the other way; from right to left is in.
    #expect([line.measure.entries, line.measure.exits] == [6, 6])
    #expect(line.measure.clean == 12)
    #expect(try #require(line.measure.medianAngle) > 85)
    #expect(line.proposal == nil)
  }

  @Test("Each flaw is found, and nothing of the kind at a good line", arguments: FlawedView.allCases)
  func flaw(flawed: FlawedView) {
    let findings = flawed.view.findings()
    #expect((findings.severity(of: flawed.flaw) ?? .ok) > .ok, "\(findings)")
    #expect(findings.allSatisfy { !$0.sentence.isEmpty && !$0.action.isEmpty && !$0.numbers.isEmpty })
    #expect(findings.map(\.severity) == findings.map(\.severity).sorted(by: >))
    #expect(AdvisedView(walks: AdvisedView.passing()).findings().severity(of: flawed.flaw) == nil)
  }

  @Test("In a mirror the same is found", arguments: FlawedView.allCases)
  func mirror(flawed: FlawedView) {
    var view = flawed.view
    let findings = view.findings()
    view.isMirrored = true
    let mirrored = view.findings()
    #expect(mirrored.map(\.kind) == findings.map(\.kind))
    #expect(mirrored.map(\.severity) == findings.map(\.severity))
    let ends: Set = ["aroundFrom", "aroundTo"]
    for (finding, image) in zip(findings, mirrored) {
      for (name, value) in finding.numbers where !ends.contains(name) {
        // The jitter of feet is not mirrored.
        let other = image.numbers[name] ?? -1
        #expect(abs(other - value) <= max(0.1, abs(value) * 0.1), "\(finding.kind) \(name)")
      }
    }
  }

  @Test("A picture of another size is judged alike", arguments: FlawedView.allCases, [0.5, 3])
  func scale(flawed: FlawedView, scale: Double) {
    var view = flawed.view
    let findings = view.findings()
    view.scale = scale
    let scaled = view.findings()
    #expect(scaled.map(\.kind) == findings.map(\.kind))
    #expect(scaled.map(\.severity) == findings.map(\.severity))
  }

  @Test("Where nobody was seen nothing is said")
  func nobody() {
    let advice = AdvisedView(walks: [], zones: [AdvisedView.zone(x: 100...300, y: 200...300)]).advice()
    #expect(advice.people == 0)
    #expect(advice.lines[0].findings.isEmpty && advice.lines[0].findings.verdict == nil)
    #expect(advice.zones[0].findings.isEmpty)
    #expect(advice.lines[0].proposal == nil && advice.newLine == nil)
  }

  @Test("Few people lead to no claim about where they walk", arguments: 1..<5)
  func few(count: Int) {
    var view = FlawedView.tracksEnd.view
    view.walks = Array(view.walks.prefix(count))
    #expect(view.findings().map(\.kind) == [.notEnoughPeople])
  }

  @Test("Who is at the line when the recording begins or ends has not appeared or vanished there")
  func beginningAndEnd() {
    var view = AdvisedView(walks: [], seconds: 10)
    view.walks = (0..<12).map { number in
      let y = 220 + Double(number * 13)
      return number % 2 == 0
        ? Walk(track: number + 1, corners: [(0, Point(330, y)), (3, Point(540, y))])
        : Walk(track: number + 1, corners: [(6, Point(540, y)), (10, Point(310, y))])
    }
    #expect(view.advice().lines[0].measure.ending == 0)
  }

  @Test("After a hole in the footage people are new, and neither vanished nor appeared")
  func hole() {
    var collector = PathCollector(size: PixelSize(width: 640, height: 480))
    let walks = AdvisedView.passing()
    for index in 0..<400 where !(100..<160).contains(index) {
      let time = Double(index) / 10
      collector.observe(
        walks.compactMap { $0.snapshot(at: time) },
        in: FrameStamp(number: index + 1, time: MediaTime(seconds: time), duration: .milliseconds(100)))
    }
    let scene = CameraScene(id: "camera", lines: [AdvisedView.door])
    #expect(CameraAdvice(scene: scene, paths: collector.finish()).lines[0].measure.ending == 0)
  }

  @Test("People whom the tracker does not believe in do not count")
  func tentative() {
    var view = AdvisedView(walks: AdvisedView.passing())
    for index in view.walks.indices { view.walks[index].confirmedAfter = 1000 }
    #expect(view.advice().people == 0)
  }

  @Test("Of many people an even sample is kept, and shares stay what they are")
  func sample() {
    var view = FlawedView.tooShort.view
    view.walks = (0..<4).flatMap { round in
      FlawedView.tooShort.view.walks.map { walk in
        var later = walk
        later.track += round * 12
        later.corners = walk.corners.map { ($0.seconds + Double(round) * 36, $0.foot) }
        return later
      }
    }
    view.seconds = 150
    let all = view.advice()
    view.parameters.mostPaths = 16
    view.parameters.mostKnots = 16
    let few = view.advice()
    #expect(all.people == 48 && few.people == 48)
    #expect(few.lines[0].measure.near < 16)
    #expect(few.lines[0].findings.map(\.kind) == all.lines[0].findings.map(\.kind))
  }
}
