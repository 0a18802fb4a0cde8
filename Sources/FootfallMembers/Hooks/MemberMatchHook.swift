/// Told by whom a store is visited; the store's CRM or till, for instance.
///
/// A ``HookPost`` calls it on a thread of its own, which may be blocked.
public protocol MemberMatchHook: Sendable {
  /// A member was recognised, or checked in.
  func recognised(_ event: MemberEvent)
  /// A member has left.
  func left(_ event: MemberEvent)
}

extension MemberMatchHook {
  func tell(_ event: MemberEvent) {
    switch event.kind {
    case .recognised: recognised(event)
    case .left: left(event)
    }
  }
}
