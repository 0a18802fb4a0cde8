import FootfallCore

extension SceneParser {
  /// The most people of an alert: more than fit into any shop.
  private static let mostPeople = 1...100_000
  /// The name of all cameras together where a zone's could stand.
  private static let wholeStore = "store"

  func alerts(_ value: YAMLValue?, cameras: [SceneFile.Camera]) throws(SceneError) -> [SceneFile.Alert] {
    var alerts: [SceneFile.Alert] = []
    for element in try value?.list(of: "alert") ?? [] { alerts.append(try alert(element, cameras: cameras)) }
    try checkUnique(alerts.map(\.id), "alert")
    return alerts
  }

  private func alert(
    _ value: YAMLValue, cameras: [SceneFile.Camera]
  ) throws(SceneError) -> SceneFile.Alert {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.alert)
    let id = try mapping.required("id", "a name").identifier()
    let subject = try subject(of: mapping, value, id: id.value, cameras: cameras)
    let hold = try hold(mapping.required("for", "a time like 30s"))
    if case .camera = subject {
      for key in ["above", "clear"] {
        if let extra = mapping[key] {
          throw extra.error("alert '\(id.value)' on a camera has \(key); allowed for: queue, occupancy")
        }
      }
      // 1 where the camera does not stream.
      return SceneFile.Alert(id: id, subject: subject, above: 0, clear: 0, hold: hold)
    }
    let above = try mapping.required("above", "a number of people").wholeNumber(in: Self.mostPeople)
    let clear = try mapping["clear"]?.wholeNumber(in: 0...above) ?? above
    return SceneFile.Alert(id: id, subject: subject, above: above, clear: clear, hold: hold)
  }

  private func subject(
    of mapping: YAMLMapping, _ value: YAMLValue, id: String, cameras: [SceneFile.Camera]
  ) throws(SceneError) -> SceneFile.Alert.Subject {
    let given = ["queue", "occupancy", "camera"].compactMap { key in mapping[key].map { (key, $0) } }
    guard given.count == 1, let (key, name) = given.first else {
      throw value.error("alert '\(id)' needs one of: queue, occupancy, camera; it has \(given.count)")
    }
    let text = try name.text().value
    let zones = cameras.flatMap(\.zones)
    let (known, subject): ([String], SceneFile.Alert.Subject) =
      switch key {
      case "queue": (zones.filter { $0.kind == .queue }.map(\.id.value), .queue(text))
      case "camera": (cameras.map(\.id.value), .camera(text))
      default:
        (
          zones.map(\.id.value) + [Self.wholeStore],
          text == Self.wholeStore && !zones.contains { $0.id.value == text } ? .store : .zone(text)
        )
      }
    guard known.contains(text) else {
      let hint = NearestName.hint(for: text, among: known)
      throw name.error(
        "\(key) is \(name.printed)\(hint) allowed: \(SceneParser.listed(known))")
    }
    return subject
  }

  private func hold(_ value: YAMLValue) throws(SceneError) -> Duration {
    let text = try value.text().value
    guard let argument = try? DurationArgument(parsing: text) else {
      throw value.error("for is \(value.printed); allowed: a whole number with a unit, as in 30s or 5m")
    }
    return argument.duration
  }
}
