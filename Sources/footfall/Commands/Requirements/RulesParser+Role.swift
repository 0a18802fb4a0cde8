import FootfallPlanning

extension RulesParser {
  private static let commonKeys = [
    "id", "method", "series", "share", "minimum", "maximum", "shrinkage", "tasks",
  ]
  private static let mostHeads = ErlangC.mostServers
  /// Above 0: as small as anybody means.
  private static let positive = 1e-6

  /// One role and the series that it names.
  func role(
    _ value: YAMLValue, id: String
  ) throws(SceneError) -> (rule: RoleRule, series: [Located<String>]) {
    let mapping = try value.mapping()
    let method = try mapping.required("method", "how traffic becomes heads").choice(of: ServiceMethod.self)
    try mapping.allowOnly(Self.commonKeys + Self.keys(of: method))
    var series: [Located<String>] = []
    for element in try mapping["series"]?.list(of: "series") ?? [] { series.append(try element.text()) }
    let minimum = try mapping["minimum"]?.wholeNumber(in: 0...Self.mostHeads) ?? 0
    return (
      RoleRule(
        id: id, series: series.isEmpty ? nil : series.map(\.value),
        share: try mapping["share"]?.number(in: 0...1) ?? 1, service: try service(mapping, method),
        minimum: minimum,
        maximum: try mapping["maximum"].map { value throws(SceneError) in
          try maximum(value, minimum: minimum)
        }, shrinkage: try mapping["shrinkage"].map(shrinkage) ?? 0, tasks: try tasks(mapping["tasks"])),
      series
    )
  }

  private static func keys(of method: ServiceMethod) -> [String] {
    switch method {
    case .fixed: []
    case .trafficPerLabourHour: ["target"]
    case .occupancyPerAssociate: ["target", "dwellSeconds"]
    case .erlangC: ["serviceSeconds", "targetShare", "targetWaitSeconds", "maximumOccupancy"]
    }
  }

  private func service(
    _ role: YAMLMapping, _ method: ServiceMethod
  ) throws(SceneError) -> RoleRule.Service {
    func target(_ meaning: String) throws(SceneError) -> Double {
      try role.required("target", meaning).number(in: Self.positive...1e6)
    }
    switch method {
    case .fixed: return .fixed
    case .trafficPerLabourHour:
      return .trafficPerLabourHour(target: try target("arrivals an hour for each associate"))
    case .occupancyPerAssociate:
      return .occupancyPerAssociate(
        dwellSeconds: try role.required("dwellSeconds", "the mean stay in seconds").number(
          in: Self.positive...86_400),
        target: try target("people present for each associate"))
    case .erlangC: return .erlangC(try serviceTarget(role))
    }
  }

  private func serviceTarget(_ role: YAMLMapping) throws(SceneError) -> ServiceTarget {
    let share = try role.required("targetShare", "the share served in time")
    let wanted = try share.number()
    guard wanted > 0, wanted < 1 else {
      throw share.error("targetShare is \(share.printed); allowed: more than 0 and less than 1")
    }
    return ServiceTarget(
      serviceSeconds: try role.required("serviceSeconds", "the mean time to serve one customer").number(
        in: Self.positive...86_400),
      share: wanted,
      waitSeconds: try role.required("targetWaitSeconds", "the wait that is in time").number(in: 0...86_400),
      maximumOccupancy: try role["maximumOccupancy"]?.number(in: 0.01...1) ?? 1)
  }

  private func maximum(_ value: YAMLValue, minimum: Int) throws(SceneError) -> Int {
    let maximum = try value.wholeNumber(in: 0...Self.mostHeads)
    guard maximum >= minimum else {
      throw value.error("maximum is \(value.printed); allowed: from minimum, \(minimum)")
    }
    return maximum
  }

  private func shrinkage(_ value: YAMLValue) throws(SceneError) -> Double {
    let shrinkage = try value.number()
    guard shrinkage >= 0, shrinkage < 1 else {
      throw value.error("shrinkage is \(value.printed); allowed: 0 to less than 1")
    }
    return shrinkage
  }

  private func tasks(_ value: YAMLValue?) throws(SceneError) -> [FixedTask] {
    var tasks: [FixedTask] = []
    for element in try value?.list(of: "task") ?? [] {
      let mapping = try element.mapping()
      try mapping.allowOnly(["id", "days", "hours", "heads"])
      tasks.append(
        FixedTask(
          id: try mapping.required("id", "a name").identifier().value,
          weekdays: try mapping["days"]?.weekdays() ?? Set(0..<7),
          span: try mapping.required("hours", "a time like 06:00-08:00").span(),
          heads: try mapping.required("heads", "how many people").wholeNumber(in: 1...Self.mostHeads)))
    }
    return tasks
  }
}
