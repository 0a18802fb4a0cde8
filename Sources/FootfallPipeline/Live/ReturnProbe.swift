internal import FootfallCore
internal import Foundation
internal import Glibc
internal import Synchronization

/// Looks once a second whether a camera that does not answer does so again, so that nobody waits longer than that for one
/// that is back; on a thread of its own, which ends with the last reference.
///
/// A camera that answers from the first is not probed again: it fails for another reason.
final class ReturnProbe: Sendable {
  private final class Findings: Sendable {
    let hasReturned = Atomic(false)
    let isOver = Atomic(false)
  }

  private static let interval = 1.0
  private static let patienceMilliseconds: Int32 = 1000

  private let findings = Findings()

  /// Begins to look.
  /// - Parameter source: of the camera; nil comes back where it is no address with a port.
  init?(source: String) {
    guard let (host, port) = SourceAddress.hostAndPort(of: source) else { return nil }
    let thread = Thread { [findings] in
      var wasSilent = false
      while !findings.isOver.load(ordering: .relaxed) {
        if Self.answers(host: host, port: port) {
          findings.hasReturned.store(wasSilent, ordering: .relaxed)
          return
        }
        wasSilent = true
        Thread.sleep(forTimeInterval: Self.interval)
      }
    }
    thread.name = "footfall.return"
    thread.start()
  }

  deinit { findings.isOver.store(true, ordering: .relaxed) }

  /// Whether it was silent and answers now.
  var hasReturned: Bool { findings.hasReturned.load(ordering: .relaxed) }

  /// Whether somebody accepts connections there; waits for the name to be resolved, and a second for an answer.
  static func answers(host: String, port: UInt16) -> Bool {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &list) == 0 else { return false }
    defer { freeaddrinfo(list) }
    return sequence(first: list, next: { $0?.pointee.ai_next }).contains { entry in
      entry.map { accepts($0.pointee) } ?? false
    }
  }

  private static func accepts(_ entry: addrinfo) -> Bool {
    let type = entry.ai_socktype | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(entry.ai_family, type, entry.ai_protocol)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    if connect(descriptor, entry.ai_addr, entry.ai_addrlen) == 0 { return true }
    guard errno == EINPROGRESS else { return false }
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    guard poll(&request, 1, patienceMilliseconds) == 1 else { return false }
    var code: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length) == 0 && code == 0
  }
}
