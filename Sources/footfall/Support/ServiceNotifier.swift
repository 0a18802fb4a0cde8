import Foundation

/// Tells systemd how this program is, by datagrams to its socket (sd_notify(3)); nothing where it was not started by it.
///
/// May be used from any thread.
final class ServiceNotifier: Sendable {
  private let socketFile: Int32
  private let address: sockaddr_un
  private let addressLength: socklen_t
  /// How often ``isAlive`` is to be told: half of the time after which systemd would end this program; nil where it does not
  /// watch.
  let watchInterval: Duration?

  /// - Parameter environment: `NOTIFY_SOCKET`, a path or, with `@` in front, a name without a file; `WATCHDOG_USEC`, and
  ///   `WATCHDOG_PID` where it is not for everybody.
  init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
    guard let path = environment["NOTIFY_SOCKET"], path.hasPrefix("/") || path.hasPrefix("@") else {
      return nil
    }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = path.hasPrefix("@") ? [0] + path.utf8.dropFirst() : Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    socketFile = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard socketFile >= 0 else { return nil }
    self.address = address
    addressLength = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
    watchInterval = Self.watchInterval(environment)
  }

  deinit { close(socketFile) }

  private static func watchInterval(_ environment: [String: String]) -> Duration? {
    let isMeant = environment["WATCHDOG_PID"].map { Int32($0) == getpid() } ?? true
    guard isMeant, let microseconds = environment["WATCHDOG_USEC"].flatMap({ Int64($0) }), microseconds > 0
    else { return nil }
    return .microseconds(microseconds / 2)
  }

  /// It does its work from now on; `status` is one line for `systemctl status`.
  func ready(status: String) { tell("READY=1\nSTATUS=\(status)") }

  /// It is not stuck.
  func isAlive() { tell("WATCHDOG=1") }

  /// It is about to end.
  func stopping() { tell("STOPPING=1") }

  /// What can't be sent at once is left out: whoever is to hear of it does not wait for us, nor we for them.
  private func tell(_ text: String) {
    var address = address
    let bytes = Array(text.utf8)
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = sendto(socketFile, bytes, bytes.count, Int32(MSG_DONTWAIT), $0, addressLength)
      }
    }
  }
}

/// Tells systemd from a loop that it goes round, as often as systemd wants to know and no oftener.
struct ServiceWatch {
  private let notifier: ServiceNotifier?
  private var last: ContinuousClock.Instant?

  init(_ notifier: ServiceNotifier?) { self.notifier = notifier }

  /// Once a turn.
  mutating func turn() {
    guard let notifier, let interval = notifier.watchInterval else { return }
    let now = ContinuousClock.now
    if let last, now - last < interval { return }
    last = now
    notifier.isAlive()
  }
}
