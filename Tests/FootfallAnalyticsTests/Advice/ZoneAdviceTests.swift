import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

@Suite("Advice about zones")
struct ZoneAdviceTests {
  private static let passing = AdvisedView.passing()

  private func findings(_ zone: Zone, _ walks: [Walk] = Self.passing) -> [Finding] {
    AdvisedView(walks: walks, lines: [], zones: [zone]).zoneFindings()
  }

  @Test("A zone through which people walk is good")
  func good() {
    let findings = findings(AdvisedView.zone(x: 220...420, y: 200...400))
    #expect(findings.map(\.kind) == [.good] && findings.verdict == .ok)
  }

  @Test(
    "A zone that is small against people is told, by its breadth",
    arguments: [(12.0, Finding.Severity.error), (35, .warning), (60, nil)] as [(Double, Finding.Severity?)])
  func small(side: Double, severity: Finding.Severity?) {
    let zone = AdvisedView.zone(x: 300...300 + side, y: 300...300 + side)
    #expect(findings(zone).severity(of: .tooSmall) == severity)
  }

  @Test("A strip is as narrow as it is, however long")
  func strip() {
    let zone = AdvisedView.zone(x: 100...540, y: 300...308)
    #expect(findings(zone).severity(of: .tooSmall) == .error)
  }

  @Test("A zone that nobody of many enters is told; of few it cannot be said")
  func neverEntered() {
    let zone = AdvisedView.zone(x: 200...400, y: 20...150)
    #expect(findings(zone).map(\.kind) == [.outsideWalkedArea])
    #expect(findings(zone, AdvisedView.passing(4)).map(\.kind) == [.notEnoughPeople])
  }

  @Test("A zone beside the picture is told")
  func outside() {
    #expect(findings(AdvisedView.zone(x: -200 ... -20, y: 200...400)).map(\.kind) == [.outsidePicture])
  }

  @Test("Stays that begin or end unseen are told")
  func censored() {
    let zone = AdvisedView.zone(x: 250...450, y: 200...400)
    let vanishing = FlawedView.tracksEnd.view.walks
    #expect((findings(zone, vanishing).severity(of: .tracksEnd) ?? .ok) > .ok)
    #expect(findings(zone).severity(of: .tracksEnd) == nil)
  }

  @Test("Cut off feet are told, and people who are hidden")
  func unseen() {
    let bottom = AdvisedView.zone(x: 220...420, y: 420...479)
    #expect(findings(bottom, FlawedView.feetCutOff.view.walks).severity(of: .feetCutOff) == .error)
    let hidden = FlawedView.oftenHidden.view.walks
    let zone = AdvisedView.zone(x: 220...420, y: 200...400)
    #expect((findings(zone, hidden).severity(of: .oftenHidden) ?? .ok) > .ok)
  }
}
