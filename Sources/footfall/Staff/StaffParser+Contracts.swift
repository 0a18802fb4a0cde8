internal import FootfallPlanning

extension StaffParser {
  func contracts(_ value: YAMLValue?) throws(SceneError) -> [Located<NamedContract>] {
    var contracts: [Located<NamedContract>] = []
    var ids: [Located<String>] = []
    for element in try value?.list(of: "contract") ?? [] {
      let mapping = try element.mapping()
      try mapping.allowOnly(Keys.contract)
      let id = try mapping.required("id", "a name").identifier()
      ids.append(id)
      contracts.append(
        Located(
          value: NamedContract(id: id.value, contract: try contract(mapping, element)),
          position: element.position))
    }
    try SceneParser(path: path).checkUnique(ids, "contract")
    return contracts
  }

  private func contract(_ mapping: YAMLMapping, _ value: YAMLValue) throws(SceneError) -> Contract {
    func whole(_ key: String, _ allowed: ClosedRange<Int>) throws(SceneError) -> Int? {
      try mapping[key]?.wholeNumber(in: allowed)
    }
    let (day, week) = (0...Self.minutesOfDay, 0...Self.minutesOfWeek)
    var contract = Contract()
    contract.leastDayMinutes = try whole("minDayMinutes", day) ?? 0
    contract.greatestDayMinutes = try whole("maxDayMinutes", day)
    contract.leastWeekMinutes = try whole("minWeekMinutes", week) ?? 0
    contract.greatestWeekMinutes = try whole("maxWeekMinutes", week)
    contract.greatestWeekDays = try whole("maxWeekDays", 0...7)
    contract.greatestConsecutiveDays = try whole("maxConsecutiveDays", 1...365)
    contract.leastRestMinutes = try whole("minRestMinutes", 0...Self.minutesOfWeek) ?? 0
    contract.greatestWeekends = try whole("maxWeekends", 0...100)
    contract.allowsSplitShifts = try mapping["splitShifts"]?.flag() ?? false
    for element in try mapping["windows"]?.list(of: "window") ?? [] {
      contract.windows.append(try window(element))
    }
    try check(contract.leastDayMinutes, contract.greatestDayMinutes, "Day", value)
    try check(contract.leastWeekMinutes, contract.greatestWeekMinutes, "Week", value)
    return contract
  }

  private func check(_ least: Int, _ most: Int?, _ span: String, _ value: YAMLValue) throws(SceneError) {
    guard let most, least > most else { return }
    throw value.error(
      "min\(span)Minutes is \(least) and max\(span)Minutes \(most); allowed: no more than max\(span)Minutes")
  }

  private func window(_ value: YAMLValue) throws(SceneError) -> RollingWindow {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.window)
    let days = try mapping.required("days", "the length of the window").wholeNumber(
      in: 2...PlanHorizon.greatestDays)
    let window = RollingWindow(
      days: days, greatestMinutes: try mapping["maxMinutes"]?.wholeNumber(in: 0...days * Self.minutesOfDay),
      greatestDays: try mapping["maxDays"]?.wholeNumber(in: 0...days))
    guard window.greatestMinutes != nil || window.greatestDays != nil else {
      throw value.error("window limits nothing; expected maxMinutes, maxDays or both")
    }
    return window
  }
}
