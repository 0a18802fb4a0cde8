internal import Foundation

/// Where an MQTT broker is and how this program introduces itself to it.
public struct MQTTBroker: Hashable, Sendable {
  /// A name or an address.
  public var host: String
  /// 1...65535; 1883 and, with TLS, 8883 by default.
  public let port: Int
  /// Nil where anybody may come in.
  public var user: String?
  /// Never told to anybody but the broker.
  public var password: String?
  /// Whether the connection is encrypted.
  public var isSecure: Bool
  /// The file of the authorities (PEM) that the broker's certificate must come from; nil for those of the system.
  public var authority: String?
  /// What all topics begin with: `footfall`.
  public var topic: String
  /// Whether Home Assistant is told what there is.
  public var isAnnounced: Bool
  /// What it wants to be told.
  public var types: Set<SinkMessageType>

  /// Reads an address like `mqtts://user:word@broker:8883`; nil where it is none.
  public init?(
    url: String, authority: String? = nil, topic: String, isAnnounced: Bool, types: Set<SinkMessageType>
  ) {
    guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
      let host = parts.host, !host.isEmpty, ["mqtt", "mqtts"].contains(scheme),
      parts.path.isEmpty || parts.path == "/", parts.query == nil
    else { return nil }
    // A number too large for Int has a place in the text and no value.
    guard parts.rangeOfPort == nil || (1...65535).contains(parts.port ?? 0) else { return nil }
    isSecure = scheme == "mqtts"
    // An IPv6 address stands in brackets there.
    self.host = host.trimmingCharacters(in: ["[", "]"])
    port = parts.port ?? (isSecure ? 8883 : 1883)
    user = parts.user
    password = parts.password
    self.authority = authority
    self.topic = topic
    self.isAnnounced = isAnnounced
    self.types = types
  }
}
