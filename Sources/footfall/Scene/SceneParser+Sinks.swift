import FootfallSinks

extension SceneParser {
  /// What all topics begin with where the file does not say.
  private static let defaultTopic = "footfall"

  func sinks(_ value: YAMLValue) throws(SceneError) -> SceneFile.Sinks {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.sinks)
    var webhooks: [SceneFile.Webhook] = []
    for element in try mapping["webhooks"]?.list(of: "webhook") ?? [] {
      webhooks.append(try webhook(element))
    }
    try checkUnique(webhooks.map(\.id), "webhook")
    return SceneFile.Sinks(webhooks: webhooks, broker: try mapping["mqtt"].map(broker))
  }

  private func webhook(_ value: YAMLValue) throws(SceneError) -> SceneFile.Webhook {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.webhook)
    let id = try mapping.required("id", "a name")
    guard try id.identifier().value != MQTTSink.name else {
      throw id.error("id is \(id.printed), which is the broker's; expected another name")
    }
    return SceneFile.Webhook(
      id: try id.identifier(), url: try mapping.required("url", "http://… or https://…").text(),
      secret: try mapping["secret"].map { value throws(SceneError) in try value.text() },
      types: try types(mapping["events"], usual: SinkMessageType.usual))
  }

  private func broker(_ value: YAMLValue) throws(SceneError) -> SceneFile.Broker {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.broker)
    return SceneFile.Broker(
      url: try mapping.required("url", "mqtt://… or mqtts://…").text(),
      authority: try mapping["authority"].map(fileName)?.value,
      topic: try mapping["topic"].map(topic) ?? Self.defaultTopic,
      isAnnounced: try mapping["discovery"]?.flag() ?? true,
      types: try types(
        mapping["events"], usual: SinkMessageType.usual.union(SinkMessageType.provisional)))
  }

  /// A topic may hold no wildcard, and no empty level.
  private func topic(_ value: YAMLValue) throws(SceneError) -> String {
    let text = try value.text().value
    let levels = text.split(separator: "/", omittingEmptySubsequences: false)
    let isFit = text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_./".unicodeScalars.contains($0))
    }
    guard isFit, text.count <= 128, levels.allSatisfy({ !$0.isEmpty }) else {
      throw value.error("topic is \(value.printed); allowed: levels of A-Z a-z 0-9 - _ . with / between them")
    }
    return text
  }

  /// - Parameter usual: where the list is left out.
  private func types(
    _ value: YAMLValue?, usual: Set<SinkMessageType>
  ) throws(SceneError) -> Set<SinkMessageType> {
    guard let value else { return usual }
    var types: Set<SinkMessageType> = []
    for element in try value.list(of: "event") { types.insert(try element.choice(of: SinkMessageType.self)) }
    if types.isEmpty {
      throw value.error("events is an empty list; leave it out for the usual ones")
    }
    return types
  }
}
