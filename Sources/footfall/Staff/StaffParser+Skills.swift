internal import FootfallPlanning

extension StaffParser {
  /// The names of the skills that a role takes.
  func skills(ofRole list: YAMLValue) throws(SceneError) -> [String] {
    var names: [String] = []
    for element in try list.list(of: "skill") {
      names.append(try skill(element) { value throws(SceneError) in try value.identifier().value }.name)
    }
    return names
  }

  /// The names of the skills that an employee has: with their levels, and of all lower levels that a role takes.
  func skills(
    of employee: String, _ list: YAMLValue, _ roles: [StaffRole]
  ) throws(SceneError) -> Set<String> {
    let taken = Set(roles.flatMap(\.skills)).map(SkillLevel.init(named:))
    let known = Set(taken.map(\.skill)).sorted()
    var names: Set<String> = []
    for element in try list.list(of: "skill") {
      let own = try skill(element) { value throws(SceneError) in
        let name = try value.text().value
        if known.contains(name) { return name }
        let hint = NearestName.hint(for: name, among: known)
        throw value.error(
          "skill of '\(employee)' is \(value.printed), which no role takes\(hint) "
            + "allowed: \(SceneParser.listed(known))")
      }
      names.insert(own.name)
      names.formUnion(taken.filter(own.reaches).map(\.name))
    }
    return names
  }

  /// `till`, or `{skill: till, level: 3}`.
  private func skill(
    _ value: YAMLValue, name: (YAMLValue) throws(SceneError) -> String
  ) throws(SceneError) -> SkillLevel {
    guard value.isMapping else { return SkillLevel(skill: try name(value), level: 1) }
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.skill)
    return SkillLevel(
      skill: try name(mapping.required("skill", "a skill")),
      level: try mapping.required("level", "how far").wholeNumber(in: SkillLevel.allowed))
  }
}
