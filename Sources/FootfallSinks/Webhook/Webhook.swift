/// A program that takes events by HTTP.
public struct Webhook: Hashable, Sendable {
  /// Tells it from the other sinks.
  public var id: String
  /// Where to post, `http://` or `https://`; may hold a secret.
  public var url: String
  /// What the posts are signed with; nil for no signature.
  public var secret: String?
  /// What it wants to be told.
  public var types: Set<SinkMessageType>

  /// Creates a webhook.
  public init(id: String, url: String, secret: String?, types: Set<SinkMessageType>) {
    self.id = id
    self.url = url
    self.secret = secret
    self.types = types
  }
}
