/// A sound staff file, and what it takes to break it.
struct BrokenStaff: Sendable, CustomStringConvertible {
  let description: String
  /// A part of the sound file, and what stands there instead.
  let part: String
  let other: String
  /// What the user reads.
  let message: String

  init(_ description: String, _ part: String, _ other: String, _ message: String) {
    self.description = description
    self.part = part
    self.other = other
    self.message = message
  }

  var yaml: String { BrokenStaff.sound.replacing(part, with: other) }

  static let sound = """
    version: 1
    store: high-street
    currency: EUR
    roles:
      - {id: floor, skills: [floor, lead]}
      - {id: till}
    shifts:
      startEveryMinutes: 60
      minMinutes: 240
      maxMinutes: 540
      lengthEveryMinutes: 60
      breaks:
        - {fromMinutes: 360, minutes: 30, windowMinutes: [180, 300]}
      split: {minGapMinutes: 120, maxGapMinutes: 240}
    contracts:
      - {id: full, maxDayMinutes: 510, minWeekMinutes: 2100, maxWeekMinutes: 2400, minRestMinutes: 660}
      - {id: late, windows: [{days: 7, maxDays: 5}]}
    staff:
      - id: e1
        skills: [floor, till]
        contract: full
        hourlyCost: 13.90
        available: [{days: [mon, tue], hours: 08:00-18:00}, {days: [wed]}]
        wishes: [{wish: off, days: [tue], hours: 16:00-18:00, weight: 2}]
      - id: e2
        skills: [till]
        contract: late
        pinned: [{role: till, date: 2026-12-01, hours: 08:00-16:00}]
        history: [{date: 2026-11-29, hours: 14:00-22:00, breakMinutes: 30}]

    """

  static let all = keys + shifts + contracts + people

  private static let keys = [
    BrokenStaff(
      "a misspelt key", "store: high-street", "stoer: high-street",
      "staff.yaml:2:1: unknown key 'stoer'; did you mean 'store'? allowed: version, store, currency, weekStart, roles, shifts, contracts, weights, staff"
    ),
    BrokenStaff("a later version", "version: 1", "version: 2", "staff.yaml:1:10: version is '2'; allowed: 1"),
    BrokenStaff(
      "no roles", "  - {id: floor, skills: [floor, lead]}\n  - {id: till}\n", "  []\n",
      "staff.yaml:5:3: roles is an empty list; expected at least one role"),
    BrokenStaff(
      "a role twice", "{id: till}", "{id: floor}",
      "staff.yaml:6:10: role 'floor' is given twice, first at line 5; each id once"),
    BrokenStaff(
      "a role without skills", "[floor, lead]", "[]",
      "staff.yaml:5:25: role 'floor' takes no skill; expected at least one"),
    BrokenStaff(
      "a currency in words", "currency: EUR", "currency: euro",
      "staff.yaml:3:11: currency is 'euro'; expected a code of ISO 4217 like EUR"),
    BrokenStaff(
      "costs without a currency", "currency: EUR\n", "",
      "staff.yaml:21:17: hourlyCost of 'e1' has no currency; expected a key currency in the file, like EUR"),
  ]

  private static let shifts = [
    BrokenStaff(
      "a shortest shift above the longest", "minMinutes: 240", "minMinutes: 600",
      "staff.yaml:8:3: minMinutes is 600 and maxMinutes 540; allowed: no less than minMinutes"),
    BrokenStaff(
      "half a minute", "minMinutes: 240", "minMinutes: 240.5",
      "staff.yaml:9:15: minMinutes is '240.5'; allowed: a whole number from 15 to 1440"),
    BrokenStaff(
      "a break as long as its shift", "minutes: 30", "minutes: 360",
      "staff.yaml:13:35: the break of 360 minutes is as long as a shift of 360; allowed: less than the shift"),
    BrokenStaff(
      "a window outside the shift", "[180, 300]", "[180, 400]",
      "staff.yaml:13:54: windowMinutes is [180, 400]; allowed: whole minutes within 0 to 360, the shortest shift with this break, and room for its 30 minutes"
    ),
    BrokenStaff(
      "a window shorter than its break", "[180, 300]", "[180, 200]",
      "staff.yaml:13:54: windowMinutes is [180, 200]; allowed: whole minutes within 0 to 360, the shortest shift with this break, and room for its 30 minutes"
    ),
    BrokenStaff(
      "gaps the wrong way round", "minGapMinutes: 120", "minGapMinutes: 300",
      "staff.yaml:14:10: minGapMinutes is 300 and maxGapMinutes 240; allowed: no less than minGapMinutes"),
  ]

  private static let contracts = [
    BrokenStaff(
      "more hours at least than at most", "minWeekMinutes: 2100", "minWeekMinutes: 2500",
      "staff.yaml:16:5: minWeekMinutes is 2500 and maxWeekMinutes 2400; allowed: no more than maxWeekMinutes"),
    BrokenStaff(
      "a window without a limit", "{days: 7, maxDays: 5}", "{days: 7}",
      "staff.yaml:17:26: window limits nothing; expected maxMinutes, maxDays or both"),
    BrokenStaff(
      "an unknown contract", "contract: late", "contract: lat",
      "staff.yaml:27:15: contract is 'lat'; did you mean 'late'? contracts: full, late"),
    BrokenStaff(
      "a contract twice", "{id: late,", "{id: full,",
      "staff.yaml:17:10: contract 'full' is given twice, first at line 16; each id once"),
  ]

  private static let people = [
    BrokenStaff(
      "an employee twice", "id: e2", "id: e1",
      "staff.yaml:25:9: employee 'e1' is given twice, first at line 19; each id once"),
    BrokenStaff(
      "an unknown skill", "skills: [till]", "skills: [tills]",
      "staff.yaml:26:14: skill of 'e2' is 'tills', which no role takes; did you mean 'till'? allowed: floor, lead, till"
    ),
    BrokenStaff(
      "a level that is none", "skills: [till]", "skills: [{skill: till, level: 0}]",
      "staff.yaml:26:35: level is '0'; allowed: a whole number from 1 to 9"),
    BrokenStaff(
      "a skill with a level that no role takes", "skills: [till]", "skills: [{skill: tills, level: 2}]",
      "staff.yaml:26:22: skill of 'e2' is 'tills', which no role takes; did you mean 'till'? allowed: floor, lead, till"
    ),
    BrokenStaff(
      "never available", "available: [{days: [mon, tue], hours: 08:00-18:00}, {days: [wed]}]",
      "available: []",
      "staff.yaml:23:16: available is an empty list; leave it out for always"),
    BrokenStaff(
      "a day of the week that is none", "days: [wed]", "days: [wendesday]",
      "staff.yaml:23:65: day is 'wendesday'; allowed: mon, tue, wed, thu, fri, sat, sun"),
    BrokenStaff(
      "a date and days", "{days: [wed]}", "{days: [wed], date: 2026-12-02}",
      "staff.yaml:23:77: time has both date and days; expected one of them, or none for every day"),
    BrokenStaff(
      "a wish for nothing", "wish: off", "wish: on",
      "staff.yaml:24:21: wish is 'on'; allowed: off, work"),
    BrokenStaff(
      "a pinned shift of an unknown role", "{role: till,", "{role: bar,",
      "staff.yaml:28:21: role is 'bar'; roles: floor, till"),
    BrokenStaff(
      "a date that no calendar has", "date: 2026-12-01", "date: 2026-02-30",
      "staff.yaml:28:33: date is '2026-02-30'; allowed: a date like 2026-12-25"),
    BrokenStaff(
      "a break as long as the worked shift", "breakMinutes: 30", "breakMinutes: 480",
      "staff.yaml:29:68: breakMinutes is '480'; allowed: a whole number from 0 to 479"),
  ]
}
