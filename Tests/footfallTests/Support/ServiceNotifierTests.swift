import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

@testable import footfall

@Suite("What systemd is told")
struct ServiceNotifierTests {
  @Test("nothing without a socket, and no watching where it is meant for another process or for no time")
  func environment() {
    #expect(ServiceNotifier(environment: [:]) == nil)
    #expect(ServiceNotifier(environment: ["NOTIFY_SOCKET": "relative"]) == nil)
    #expect(ServiceNotifier(environment: ["NOTIFY_SOCKET": "/" + String(repeating: "a", count: 108)]) == nil)
    func interval(_ more: [String: String]) -> Duration? {
      ServiceNotifier(environment: more.merging(["NOTIFY_SOCKET": "/run/none"]) { $1 })?.watchInterval
    }
    #expect(interval(["WATCHDOG_USEC": "30000000"]) == .seconds(15))
    #expect(interval(["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "\(getpid())"]) == .seconds(15))
    #expect(interval(["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"]) == nil)
    #expect(interval([:]) == nil && interval(["WATCHDOG_USEC": "0"]) == nil)
  }

  @Test("all of it arrives at a socket with a file and at one without", arguments: [true, false])
  func words(hasFile: Bool) throws {
    let folder = try TemporaryFolder()
    let name = hasFile ? folder.url.path + "/notify" : "@footfall-\(folder.url.lastPathComponent)"
    let socket = try NotifySocket(name)
    let notifier = try #require(ServiceNotifier(environment: ["NOTIFY_SOCKET": name]))
    notifier.ready(status: "at work")
    notifier.isAlive()
    notifier.stopping()
    #expect(socket.words() == ["READY=1\nSTATUS=at work", "WATCHDOG=1", "STOPPING=1"])
  }

  @Test(
    "a running store is ready once it is served, alive while its cameras are supervised, and says when it ends"
  )
  func serving() async throws {
    let folder = try TemporaryFolder()
    let path = folder.url.path + "/notify"
    let socket = try NotifySocket(path)
    let start = ContinuousClock.now
    let store = try await RunningStore(
      "version: 1\ntimezone: UTC\ncameras: [{id: door, source: nowhere.mp4}]\n", in: folder,
      environment: ["NOTIFY_SOCKET": path, "WATCHDOG_USEC": "2000000"])
    var words: [String] = []
    // The system keeps ten words or so for who does not listen.
    func listen(until isEnough: () -> Bool) async throws {
      for _ in 0..<500 where !isEnough() {
        words += socket.words()
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(isEnough(), "\(words)")
    }
    try await listen { words.contains("READY=1\nSTATUS=the dashboard is at http://127.0.0.1:\(store.port)/") }
    try await listen { words.count { $0 == "WATCHDOG=1" } >= 3 }
    let elapsed = (ContinuousClock.now - start).inSeconds
    // Once a second, half of the time after which it would be given up.
    #expect(Double(words.count { $0 == "WATCHDOG=1" }) <= elapsed + 1)
    #expect(!words.contains("STOPPING=1"))
    #expect(try await store.end().status == 0)
    try await listen { words.contains("STOPPING=1") }
  }
}

/// A socket as systemd's.
private final class NotifySocket {
  private let file: Int32

  struct Failure: Error {}

  init(_ name: String) throws {
    file = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = name.hasPrefix("@") ? [0] + name.utf8.dropFirst() : Array(name.utf8)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(file, $0, length) }
    }
    guard code == 0 else { throw Failure() }
  }

  deinit { close(file) }

  /// What was sent so far, a datagram each.
  func words() -> [String] {
    var all: [String] = []
    var bytes = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(file, &bytes, bytes.count, Int32(MSG_DONTWAIT))
      guard count >= 0 else { return all }
      all.append(String(decoding: bytes.prefix(count), as: UTF8.self))
    }
  }
}
