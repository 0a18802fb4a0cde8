import FootfallPlanning
import Testing

@Suite("Checking whole-day rosters")
struct RosterCheckingTests {
  private static func roster(_ rows: String...) -> WholeDayRoster {
    WholeDayRoster(shifts: rows.map { $0.map { ["E": 0, "L": 1][$0] } })
  }

  @Test("a roster that keeps every rule has no violation, and costs what its misses cost")
  func good() throws {
    let instance = try InstanceText.instance()
    let roster = Self.roster("-LL--EE", "E-E-E--")
    #expect(roster.violations(of: instance).isEmpty)
    // On day 2 somebody is missing for E.
    #expect(roster.objective(for: instance) == 100)
    #expect(Self.roster("-EL--EE", "EEEEE--").objective(for: instance) == 2 + 3 + 100 + 100)
    #expect(Self.roster("EEE----", "E-E-E--").objective(for: instance) == 2 + 1 + 100)
  }

  @Test(
    "each rule is checked",
    arguments: [
      ("ELL--EE", "E-E-E--", "day off"),
      ("-LL--EE", "E-L-E--", "shifts L"),
      ("-LL----", "E-E-E--", nil),
      ("------E", "E-E-E--", "480 minutes"),
      ("-LL--EE", "EEEE-EE", "2880 minutes"),
      ("-LE--EE", "E-E-E--", "works E on day 2 after L"),
      ("-LLLL--", "E-E-E--", "works 4 days"),
      ("-L--EE-", "E-E-E--", "works 1 days"),
      ("-LL-EE-", "E-E-E--", "is off for 1 days"),
      ("----LLL", "E-E-E--", nil),
      ("---LL-E", "E-E-E--", "is off for 1 days"),
      ("--LL--E", "E-E-E--", nil),
    ] as [(String, String, String?)])
  func rules(first: String, second: String, violation: String?) throws {
    let violations = Self.roster(first, second).violations(of: try InstanceText.instance())
    #expect(violations.count == (violation == nil ? 0 : 1), "\(violations)")
    if let violation { #expect(violations.first?.contains(violation) == true, "\(violations)") }
  }

  @Test("weekends count once, whether one day is worked or both")
  func weekends() throws {
    let none = try InstanceText.changed("3,2,2,1", to: "3,2,2,0")
    for days in ["-LL--EE", "-LL---E"] {
      let violations = Self.roster(days, "E-E-E--").violations(of: none)
      #expect(violations == ["employee A: works on 1 weekends; allowed: 0"])
    }
  }

  @Test("a roster of another size is refused")
  func size() throws {
    #expect(Self.roster("-LL--EE").violations(of: try InstanceText.instance()).count == 1)
    #expect(Self.roster("-LL--E", "E-E-E-").violations(of: try InstanceText.instance()).count == 1)
  }

  @Test("a roster's text has a row for each employee")
  func text() throws {
    let text = Self.roster("-LL--EE", "E-E-E--").text(for: try InstanceText.instance())
    #expect(text == "- L L - - E E\nE - E - E - -\n")
  }
}
