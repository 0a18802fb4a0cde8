import FootfallCore

extension SceneParser {
  /// The longest time of a threshold: a day.
  private static let longestSeconds = 86_400.0
  /// The most people of a threshold: more than wait in any shop.
  private static let mostPeople = 10_000.0

  func thresholds(_ value: YAMLValue) throws(SceneError) -> CountingThresholds {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.thresholds)
    var thresholds = CountingThresholds()
    for (name, path) in CountingThresholds.times {
      if let value = mapping[name] { thresholds[keyPath: path] = try time(value) }
    }
    for (name, path) in CountingThresholds.numbers {
      if let value = mapping[name] { thresholds[keyPath: path] = try people(value) }
    }
    guard thresholds.queueMiddlePeople < thresholds.queueLongPeople else {
      throw value.error(
        "queueLongPeople is \(thresholds.queueLongPeople); allowed: more than queueMiddlePeople, which is "
          + "\(thresholds.queueMiddlePeople)")
    }
    return thresholds
  }

  /// A time of more than nothing.
  func time(_ value: YAMLValue) throws(SceneError) -> Duration {
    let seconds = try value.number()
    guard seconds > 0, seconds <= SceneParser.longestSeconds else {
      throw value.error(
        "\(value.label) is \(value.printed); allowed: more than 0, up to \(SceneParser.longestSeconds.written)"
      )
    }
    return .seconds(seconds)
  }

  private func people(_ value: YAMLValue) throws(SceneError) -> Int {
    let number = try value.number()
    guard let people = Int(exactly: number), number >= 1, number <= SceneParser.mostPeople else {
      throw value.error(
        "\(value.label) is \(value.printed); allowed: whole numbers, 1 to \(Int(SceneParser.mostPeople))")
    }
    return people
  }
}
