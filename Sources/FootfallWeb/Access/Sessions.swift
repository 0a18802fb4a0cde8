/// Who is logged in, in memory alone: a restart logs everybody out.
struct Sessions: Sendable {
  struct Session: Hashable, Sendable {
    let account: String
    /// What every change has to bring along besides the cookie.
    let csrf: String
    let startMilliseconds: Int64
    var lastUseMilliseconds: Int64
  }

  /// Two hours without a request; a page that is open asks every minute.
  static let idleMilliseconds: Int64 = 2 * 3_600_000
  /// A week, whatever is done.
  static let longestMilliseconds: Int64 = 7 * 86_400_000
  /// The longest unused one makes room.
  static let most = 1000

  /// By the digest of the id, so that a look-up's time tells nothing of an id.
  private var sessions: [String: Session] = [:]

  /// Begins a session.
  /// - Returns: its id, which only the cookie knows.
  mutating func begin(_ account: String, at milliseconds: Int64) -> (id: String, session: Session) {
    sessions = sessions.filter { Self.isLive($0.value, at: milliseconds) }
    if sessions.count >= Self.most,
      let oldest = sessions.min(by: { $0.value.lastUseMilliseconds < $1.value.lastUseMilliseconds })
    {
      sessions[oldest.key] = nil
    }
    let id = Secret.random()
    let session = Session(
      account: account, csrf: Secret.random(), startMilliseconds: milliseconds,
      lastUseMilliseconds: milliseconds)
    sessions[Secret.digest(id)] = session
    return (id, session)
  }

  /// The session of a cookie, and that it was used where `isUse`; nil where it has ended.
  mutating func session(_ id: String, at milliseconds: Int64, isUse: Bool) -> Session? {
    let key = Secret.digest(id)
    guard let session = sessions[key] else { return nil }
    guard Self.isLive(session, at: milliseconds) else {
      sessions[key] = nil
      return nil
    }
    if isUse { sessions[key]?.lastUseMilliseconds = milliseconds }
    return session
  }

  mutating func end(_ id: String) { sessions[Secret.digest(id)] = nil }

  /// Ends what an account has begun, but for one session.
  mutating func endAll(of account: String, but id: String? = nil) {
    let kept = id.map(Secret.digest)
    sessions = sessions.filter { $0.value.account != account || $0.key == kept }
  }

  private static func isLive(_ session: Session, at milliseconds: Int64) -> Bool {
    milliseconds < session.lastUseMilliseconds + idleMilliseconds
      && milliseconds < session.startMilliseconds + longestMilliseconds
  }
}
