internal import FootfallPlanning

extension StaffParser {
  func staff(
    _ value: YAMLValue?, roles: [StaffRole], contracts: [Located<NamedContract>], hasCurrency: Bool
  ) throws(SceneError) -> [StaffFile.Person] {
    guard let value else { return [] }
    let list = try value.list(of: "employee")
    guard list.count <= Self.mostStaff else {
      throw value.error("staff has \(list.count) employees; allowed: up to \(Self.mostStaff)")
    }
    var staff: [StaffFile.Person] = []
    for element in list {
      staff.append(try person(element, roles: roles, contracts: contracts, hasCurrency: hasCurrency))
    }
    try SceneParser(path: path).checkUnique(staff.map(\.id), "employee")
    return staff
  }

  private func person(
    _ value: YAMLValue, roles: [StaffRole], contracts: [Located<NamedContract>], hasCurrency: Bool
  ) throws(SceneError) -> StaffFile.Person {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.person)
    let id = try mapping.required("id", "a name or number").identifier()
    if let cost = mapping["hourlyCost"], !hasCurrency {
      throw cost.error(
        "hourlyCost of '\(id.value)' has no currency; expected a key currency in the file, like EUR")
    }
    let cents = try mapping["hourlyCost"]?.number(in: 0...10_000)
    return StaffFile.Person(
      id: id, skills: try skills(of: id.value, mapping.required("skills", "a list of skills"), roles),
      contract: try contract(mapping.required("contract", "the id of a contract"), contracts),
      hourlyCents: cents.map { Int(($0 * 100).rounded()) }, available: try available(mapping["available"]),
      unavailable: try times(mapping["unavailable"], "time"), wishes: try wishes(mapping["wishes"]),
      pinned: try pins(mapping["pinned"], roles), history: try history(mapping["history"]))
  }

  private func contract(
    _ value: YAMLValue, _ contracts: [Located<NamedContract>]
  ) throws(SceneError) -> Contract {
    let name = try value.text().value
    let known = contracts.map(\.value.id)
    guard let contract = contracts.first(where: { $0.value.id == name }) else {
      let hint = NearestName.hint(for: name, among: known)
      throw value.error(
        "contract is \(value.printed)\(hint) contracts: \(SceneParser.listed(known))")
    }
    return contract.value.contract
  }

  private func available(_ value: YAMLValue?) throws(SceneError) -> [StaffTime]? {
    guard let value else { return nil }
    let times = try times(value, "time")
    if times.isEmpty { throw value.error("available is an empty list; leave it out for always") }
    return times
  }

  private func wishes(_ value: YAMLValue?) throws(SceneError) -> [StaffFile.Wanted] {
    var wishes: [StaffFile.Wanted] = []
    for element in try value?.list(of: "wish") ?? [] {
      let mapping = try element.mapping()
      try mapping.allowOnly(Keys.wish)
      wishes.append(
        StaffFile.Wanted(
          kind: try mapping.required("wish", "off or work").choice(of: Wish.Kind.self),
          time: try time(mapping, element), weight: try mapping["weight"]?.number(in: 0...100_000) ?? 3))
    }
    return wishes
  }

  private func pins(_ value: YAMLValue?, _ roles: [StaffRole]) throws(SceneError) -> [StaffFile.Pin] {
    var pins: [StaffFile.Pin] = []
    for element in try value?.list(of: "pinned shift") ?? [] {
      let mapping = try element.mapping()
      try mapping.allowOnly(Keys.pin)
      let role = try mapping.required("role", "the id of a role")
      let name = try role.text().value
      let known = roles.map(\.id)
      guard known.contains(name) else {
        let hint = NearestName.hint(for: name, among: known)
        throw role.error(
          "role is \(role.printed)\(hint) roles: \(SceneParser.listed(known))")
      }
      pins.append(
        StaffFile.Pin(position: element.position, role: name, time: try shiftTime(mapping)))
    }
    return pins
  }

  private func history(_ value: YAMLValue?) throws(SceneError) -> [StaffFile.Worked] {
    var history: [StaffFile.Worked] = []
    for element in try value?.list(of: "worked shift") ?? [] {
      let mapping = try element.mapping()
      try mapping.allowOnly(Keys.worked)
      let time = try shiftTime(mapping)
      let length = time.clock?.count ?? 0
      history.append(
        StaffFile.Worked(
          time: time, unpaidMinutes: try mapping["breakMinutes"]?.wholeNumber(in: 0...max(0, length - 1)) ?? 0
        ))
    }
    return history
  }
}
