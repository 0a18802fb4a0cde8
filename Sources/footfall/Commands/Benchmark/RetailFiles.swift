import FootfallExport
import FootfallPlanning

/// A made-up shop as the files that `footfall schedule` reads.
struct RetailFiles {
  private let week: RetailWeek

  init(_ week: RetailWeek) { self.week = week }

  /// Writes requirements.json and staff.yaml, both or none.
  func write(to path: String) throws {
    guard let requirements = RequirementDocument(week.requirements) else {
      throw CommandError.unknownTimeZone("UTC", "cannot write the requirements", status: .unavailable)
    }
    let folder = try OutputFolder(at: path)
    try folder.write(try requirements.encoded(), named: "requirements.json")
    try folder.write([UInt8](staff.utf8), named: "staff.yaml")
    try folder.publish()
  }

  /// The staff file.
  var staff: String {
    let rules = RetailWeek.rules
    let breaks = rules.breaks.map {
      "{fromMinutes: \($0.shiftMinutes.lowerBound), minutes: \($0.minutes), paid: \($0.isPaid), "
        + "windowMinutes: [\($0.window.lowerBound), \($0.window.upperBound)]}"
    }
    let contracts = Set(week.employees.map { RetailFiles.contract($0.contract) }).sorted()
    return """
      # A made-up shop; see footfall benchmark retail --help.
      version: 1
      store: retail
      currency: EUR
      roles:
      \(RetailWeek.roles.map { "  - {id: \($0.id), skills: [\($0.skills.joined(separator: ", "))]}" }.joined(separator: "\n"))
      shifts:
        startEveryMinutes: \(rules.startGridMinutes)
        minMinutes: \(rules.leastMinutes)
        maxMinutes: \(rules.greatestMinutes)
        lengthEveryMinutes: \(rules.lengthGridMinutes)
        breaks: [\(breaks.joined(separator: ", "))]
      contracts:
      \(contracts.joined(separator: "\n"))
      staff:
      \(week.employees.map(person).joined(separator: "\n"))

      """
  }

  private static func name(of contract: Contract) -> String {
    "from-\(contract.leastWeekMinutes / 60)-to-\((contract.greatestWeekMinutes ?? 0) / 60)"
  }

  private static func contract(_ contract: Contract) -> String {
    "  - {id: \(name(of: contract)), minWeekMinutes: \(contract.leastWeekMinutes), "
      + "maxWeekMinutes: \(contract.greatestWeekMinutes ?? 0), maxWeekDays: \(contract.greatestWeekDays ?? 7), "
      + "minRestMinutes: \(contract.leastRestMinutes)}"
  }

  private func person(_ employee: Employee) -> String {
    let days = employee.available.map { WeekdayName.allCases[$0.lowerBound / 1440].rawValue }
    let hours = employee.available.first.map { $0.lowerBound % 1440..<$0.upperBound % 1440 } ?? 0..<0
    let skills = employee.skills.sorted().joined(separator: ", ")
    let wishes = employee.wishes.map {
      "{wish: \($0.kind.rawValue), days: [\(WeekdayName.allCases[$0.minutes.lowerBound / 1440].rawValue)], weight: \($0.weight)}"
    }
    return """
        - id: \(employee.id)
          skills: [\(skills)]
          contract: \(RetailFiles.name(of: employee.contract))
          hourlyCost: \(Double(employee.hourlyCents ?? 0) / 100)
          available: [{days: [\(days.joined(separator: ", "))], hours: \(clock(hours.lowerBound))-\(clock(hours.upperBound))}]
          wishes: [\(wishes.joined(separator: ", "))]
      """
  }

  private func clock(_ minutes: Int) -> String { (minutes < 600 ? "0" : "") + "\(minutes / 60):00" }
}
