internal import FootfallPlanning

/// Reads nodes into a ``StaffFile`` and refuses what the format does not know.
struct StaffParser {
  /// The keys of each mapping, in the order of the documentation.
  enum Keys {
    static let file = [
      "version", "store", "currency", "weekStart", "roles", "shifts", "contracts", "weights", "staff",
    ]
    static let role = ["id", "skills"]
    static let shifts = [
      "startEveryMinutes", "minMinutes", "maxMinutes", "lengthEveryMinutes", "breaks", "split",
    ]
    static let pause = ["fromMinutes", "toMinutes", "minutes", "paid", "windowMinutes"]
    static let split = ["minGapMinutes", "maxGapMinutes"]
    static let contract = [
      "id", "minDayMinutes", "maxDayMinutes", "minWeekMinutes", "maxWeekMinutes", "maxWeekDays",
      "maxConsecutiveDays", "minRestMinutes", "maxWeekends", "windows", "splitShifts",
    ]
    static let window = ["days", "maxMinutes", "maxDays"]
    static let weights = [
      "underHour", "overHour", "labourHour", "minimumHour", "fairness", "change", "startTime",
    ]
    static let person = [
      "id", "skills", "contract", "hourlyCost", "available", "unavailable", "wishes", "pinned", "history",
    ]
    static let skill = ["skill", "level"]
    static let time = ["days", "date", "hours"]
    static let wish = ["wish", "weight"] + time
    static let pin = ["role", "date", "hours"]
    static let worked = ["date", "hours", "breakMinutes"]
  }

  static let defaultStore = "store"
  /// More than any store has; a bound on what a hostile file can cost.
  static let mostStaff = 2000
  static let minutesOfDay = 1440
  static let minutesOfWeek = 10_080

  /// The file as the user named it.
  var path: String

  func file(from root: YAMLValue) throws(SceneError) -> StaffFile {
    let file = try root.mapping()
    try file.requireVersion1()
    try file.allowOnly(Keys.file)
    let roles = try roles(file.required("roles", "a list of roles"))
    var gridded: [StaffFile.GriddedMinutes] = []
    let shifts = try file.required("shifts", "how long shifts are and when they begin")
    let rules = try rules(shifts, &gridded)
    let contracts = try contracts(file["contracts"])
    let currency = try file["currency"].map(currency)
    let staff = try staff(file["staff"], roles: roles, contracts: contracts, hasCurrency: currency != nil)
    return StaffFile(
      path: path, store: try file["store"]?.identifier().value ?? StaffParser.defaultStore,
      currency: currency,
      firstWeekday: try file["weekStart"]?.weekday() ?? 0, roles: roles, rules: rules, gridded: gridded,
      breaksPosition: shifts.position, staff: staff, weights: try weights(file["weights"]),
      warnings: contracts.compactMap { warning(about: $0) })
  }

  private func roles(_ value: YAMLValue) throws(SceneError) -> [StaffRole] {
    var ids: [Located<String>] = []
    var roles: [StaffRole] = []
    for element in try value.list(of: "role") {
      let mapping = try element.mapping()
      try mapping.allowOnly(Keys.role)
      let id = try mapping.required("id", "a name").identifier()
      var skills = [id.value]
      if let list = mapping["skills"] {
        skills = try self.skills(ofRole: list)
        if skills.isEmpty { throw list.error("role '\(id.value)' takes no skill; expected at least one") }
      }
      ids.append(id)
      roles.append(StaffRole(id: id.value, skills: skills))
    }
    if roles.isEmpty { throw value.error("roles is an empty list; expected at least one role") }
    try SceneParser(path: path).checkUnique(ids, "role")
    return roles
  }

  private func currency(_ value: YAMLValue) throws(SceneError) -> String {
    let text = try value.text().value
    guard text.utf8.count == 3, text.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw value.error("currency is \(value.printed); expected a code of ISO 4217 like EUR")
    }
    return text
  }

  private func weights(_ value: YAMLValue?) throws(SceneError) -> PlanWeights {
    var weights = PlanWeights()
    guard let mapping = try value?.mapping() else { return weights }
    try mapping.allowOnly(Keys.weights)
    func read(_ key: String, _ path: WritableKeyPath<PlanWeights, Double>) throws(SceneError) {
      if let value = mapping[key] { weights[keyPath: path] = try value.number(in: 0...100_000) }
    }
    try read("underHour", \.underHour)
    try read("overHour", \.overHour)
    try read("labourHour", \.labourHour)
    try read("minimumHour", \.minimumHour)
    try read("fairness", \.fairness)
    try read("change", \.change)
    try read("startTime", \.startTime)
    return weights
  }

  private func warning(about contract: Located<NamedContract>) -> String? {
    let rest = contract.value.contract.leastRestMinutes
    guard rest >= StaffParser.minutesOfDay else { return nil }
    return "\(path):\(contract.position): minRestMinutes of contract '\(contract.value.id)' is \(rest): "
      + "nobody under it can work on two days in a row"
  }
}

/// A contract under the name by which employees refer to it.
struct NamedContract: Hashable, Sendable {
  var id: String
  var contract: Contract
}
