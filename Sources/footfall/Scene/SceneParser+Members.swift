import FootfallCore

extension SceneParser {
  func members(_ value: YAMLValue, cameras: [SceneFile.Camera]) throws(SceneError) -> SceneFile.Members {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.members)
    guard (mapping["masterKey"] == nil) != (mapping["masterKeyFile"] == nil) else {
      throw value.error("members needs one of: masterKey, masterKeyFile")
    }
    let masterKey = try mapping["masterKey"].map { value throws(SceneError) in try value.text() }
    if let masterKey, !masterKey.value.hasPrefix("${") {
      // Neither here nor in the error.
      throw SceneError(
        path: path, at: masterKey.position,
        "masterKey is written out; allowed: the name of a secret, as in ${MEMBERS_KEY}")
    }
    var places: [SceneFile.Members.Place] = []
    for element in try mapping["cameras"]?.list(of: "camera") ?? [] {
      let place = try memberPlace(element, cameras: cameras)
      guard !places.contains(where: { $0.camera == place.camera }) else {
        throw element.error("camera '\(place.camera)' is given twice in members; each once")
      }
      places.append(place)
    }
    return SceneFile.Members(
      books: try fileName(mapping.required("books", "the folder of the books")).value,
      masterKey: masterKey, masterKeyFile: try mapping["masterKeyFile"].map(fileName)?.value,
      threshold: try memberThreshold(mapping),
      margin: try mapping["margin"].map { value throws(SceneError) in try share(value, 0...1) } ?? 0.05,
      places: places, hooks: try memberHooks(mapping["hooks"]))
  }

  private func memberThreshold(_ mapping: YAMLMapping) throws(SceneError) -> SceneFile.Members.Threshold {
    if let file = mapping["thresholdFile"] {
      if let number = mapping["threshold"] {
        throw number.error("members has threshold and thresholdFile; expected one of them")
      }
      return .file(try fileName(file).value)
    }
    let number = try mapping["threshold"].map { value throws(SceneError) in try share(value, -1...1) }
    return .similarity(number ?? 0.5)
  }

  private func share(_ value: YAMLValue, _ allowed: ClosedRange<Double>) throws(SceneError) -> Double {
    let number = try value.number()
    guard allowed.contains(number) else {
      throw value.error(
        "\(value.label) is \(value.printed); allowed: \(Int(allowed.lowerBound)) to \(Int(allowed.upperBound))"
      )
    }
    return number
  }

  private func memberPlace(
    _ value: YAMLValue, cameras: [SceneFile.Camera]
  ) throws(SceneError) -> SceneFile.Members.Place {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.memberCamera)
    let name = try mapping.required("camera", "a camera's id")
    let id = try known(name, among: cameras.map(\.id.value))
    var zones: [String] = []
    let own = cameras.first { $0.id.value == id }?.zones.map(\.id.value) ?? []
    for zone in try mapping["zones"]?.list(of: "zone") ?? [] { zones.append(try known(zone, among: own)) }
    return SceneFile.Members.Place(camera: id, zones: zones)
  }

  private func known(_ value: YAMLValue, among ids: [String]) throws(SceneError) -> String {
    let id = try value.text().value
    guard ids.contains(id) else {
      let hint = NearestName.hint(for: id, among: ids)
      throw value.error(
        "\(value.label) is \(value.printed)\(hint) allowed: \(SceneParser.listed(ids))")
    }
    return id
  }

  private func memberHooks(_ value: YAMLValue?) throws(SceneError) -> [SceneFile.Members.Hook] {
    var hooks: [SceneFile.Members.Hook] = []
    for element in try value?.list(of: "hook") ?? [] {
      let mapping = try element.mapping()
      try mapping.allowOnly(Keys.memberHook)
      let words = try mapping.required("command", "a list of a program and its arguments")
      var command: [String] = []
      for word in try words.list(of: "command") { command.append(try word.text().value) }
      guard let program = command.first, program.hasPrefix("/") else {
        throw words.error(
          "command is \(words.printed); allowed: a list that begins with a program's full path")
      }
      hooks.append(
        SceneFile.Members.Hook(
          command: command, timeout: try mapping["timeout"].map(hookTime) ?? .seconds(5)))
    }
    return hooks
  }

  private func hookTime(_ value: YAMLValue) throws(SceneError) -> Duration {
    let text = try value.text().value
    guard let argument = try? DurationArgument(parsing: text), argument.duration <= .seconds(60) else {
      throw value.error("timeout is \(value.printed); allowed: 1s to 60s")
    }
    return argument.duration
  }
}
