/// How often a password may be tried: a sliding window of failures per address and per account.
struct LoginLimit: Sendable {
  static let windowMilliseconds: Int64 = 300_000
  static let failuresPerAddress = 10
  /// More, so that one address cannot lock an account's owner out at another.
  static let failuresPerAccount = 30
  /// Names and addresses that are remembered; beyond, those that failed longest ago are forgotten.
  static let mostKeys = 4096

  private var failures: [String: [Int64]] = [:]

  /// For how many seconds from now nothing may be tried; nil where it may.
  mutating func secondsToWait(account: String, address: String, at milliseconds: Int64) -> Int? {
    let waits = [
      wait("address " + address, Self.failuresPerAddress, milliseconds),
      wait("account " + account, Self.failuresPerAccount, milliseconds),
    ]
    return waits.compactMap { $0 }.max()
  }

  /// Notes an attempt before its password is looked at, so that many at once do not slip through.
  mutating func note(account: String, address: String, at milliseconds: Int64) {
    for key in ["address " + address, "account " + account] {
      failures[key, default: []].append(milliseconds)
    }
    if failures.count > Self.mostKeys { forget(at: milliseconds) }
  }

  /// Takes an attempt back, because its password was right.
  mutating func forgive(account: String, address: String, at milliseconds: Int64) {
    for key in ["address " + address, "account " + account] {
      if let index = failures[key]?.firstIndex(of: milliseconds) { failures[key]?.remove(at: index) }
      if failures[key]?.isEmpty == true { failures[key] = nil }
    }
  }

  private mutating func wait(_ key: String, _ most: Int, _ now: Int64) -> Int? {
    guard var times = failures[key] else { return nil }
    times.removeAll { $0 + Self.windowMilliseconds <= now }
    failures[key] = times.isEmpty ? nil : times
    guard times.count >= most else { return nil }
    let free = times[times.count - most] + Self.windowMilliseconds
    return Int((free - now + 999) / 1000)
  }

  private mutating func forget(at now: Int64) {
    failures = failures.filter { ($0.value.last ?? 0) + Self.windowMilliseconds > now }
    guard failures.count > Self.mostKeys else { return }
    // A quarter at once, so that the next ones need no sorting.
    let excess = failures.count - Self.mostKeys * 3 / 4
    for (key, _) in failures.sorted(by: { ($0.value.last ?? 0) < ($1.value.last ?? 0) }).prefix(excess) {
      failures[key] = nil
    }
  }
}
