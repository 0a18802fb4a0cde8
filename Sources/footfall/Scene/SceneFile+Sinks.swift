import FootfallSinks

extension SceneFile {
  /// Other programs that are told what happens, as written: texts may name secrets.
  struct Sinks: Hashable, Sendable {
    /// Ids differ.
    var webhooks: [Webhook] = []
    var broker: Broker?
  }

  /// A program that takes events by HTTP.
  struct Webhook: Hashable, Sendable {
    var id: Located<String>
    var url: Located<String>
    var secret: Located<String>?
    var types: Set<SinkMessageType>
  }

  /// An MQTT broker.
  struct Broker: Hashable, Sendable {
    var url: Located<String>
    /// A file; a relative path has been resolved against the folder of the scene file.
    var authority: String?
    /// What all topics begin with.
    var topic: String
    /// Whether Home Assistant is told what there is.
    var isAnnounced: Bool
    var types: Set<SinkMessageType>
  }

  /// When somebody is told that too many people are somewhere, or that a camera is down.
  struct Alert: Hashable, Sendable {
    /// What is watched.
    enum Subject: Hashable, Sendable {
      /// The people in a zone of kind queue.
      case queue(String)
      /// The people in a zone.
      case zone(String)
      /// The people in view of all cameras.
      case store
      /// Whether a camera streams.
      case camera(String)
    }

    var id: Located<String>
    var subject: Subject
    /// More people than this raise it.
    var above: Int
    /// This many or fewer clear it.
    var clear: Int
    /// How long they must.
    var hold: Duration
  }
}

/// A sink with its secrets.
enum SinkSetting: Hashable, Sendable {
  case webhook(Webhook)
  case broker(MQTTBroker)

  var id: String {
    switch self {
    case .webhook(let webhook): webhook.id
    case .broker: MQTTSink.name
    }
  }

  var types: Set<SinkMessageType> {
    switch self {
    case .webhook(let webhook): webhook.types
    case .broker(let broker): broker.types
    }
  }
}

extension SceneFile.Sinks {
  /// The sinks with their secrets; ids differ.
  /// - Throws: ``SceneError`` where a secret is not set or an address is none.
  func resolved(_ secrets: Secrets) throws(SceneError) -> [SinkSetting] {
    var all: [SinkSetting] = []
    for webhook in webhooks {
      let url = try secrets.resolve(webhook.url)
      guard HTTPAddress.isValid(url) else {
        throw secrets.error(at: webhook.url, "url is no address; expected http://… or https://…")
      }
      let secret = try webhook.secret.map { text throws(SceneError) in try secrets.resolve(text) }
      all.append(
        .webhook(Webhook(id: webhook.id.value, url: url, secret: secret, types: webhook.types)))
    }
    guard let broker else { return all }
    guard
      let resolved = MQTTBroker(
        url: try secrets.resolve(broker.url), authority: broker.authority, topic: broker.topic,
        isAnnounced: broker.isAnnounced, types: broker.types)
    else {
      throw secrets.error(at: broker.url, "url is no address; expected mqtt://… or mqtts://…")
    }
    return all + [.broker(resolved)]
  }
}
