import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallPipeline

@Suite("Noticing that a camera is back")
struct ReturnProbeTests {
  /// Listens at a port of loopback; 0 for any free one.
  private func listener(port: UInt16 = 0) throws -> (descriptor: Int32, port: UInt16) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, 4)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 8) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    try #require(isBound)
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }

  @Test("one that was silent and answers again is noticed within two seconds")
  func back() async throws {
    let (first, port) = try listener()
    close(first)
    let probe = try #require(ReturnProbe(source: "rtsp://user:word@127.0.0.1:\(port)/stream"))
    try await Task.sleep(for: .milliseconds(300))
    #expect(!probe.hasReturned)
    let second = try listener(port: port)
    defer { close(second.descriptor) }
    #expect(await ScriptedWorkers.wait(seconds: 2) { probe.hasReturned })
  }

  @Test("one that answers all the time fails for another reason, and is not called back")
  func answering() async throws {
    let (descriptor, port) = try listener()
    defer { close(descriptor) }
    let probe = try #require(ReturnProbe(source: "http://127.0.0.1:\(port)/mjpeg"))
    let isCalled = await ScriptedWorkers.wait(seconds: 1.5) { probe.hasReturned }
    #expect(!isCalled)
  }

  @Test("a film and a device have no address to look at")
  func noAddress() {
    for source in ["door.mp4", "/dev/video0", "udp://239.0.0.1:1234"] {
      #expect(ReturnProbe(source: source) == nil)
    }
  }

  @Test("a station opens a camera soon after its port answers, however long it had to wait else")
  func station() async throws {
    let (first, port) = try listener()
    close(first)
    // The fourth wait is 6 to 8 s long; the camera is back in the middle of it.
    let failing = "peer.close(); sys.exit(3)"
    _ = try await ScriptedWorkers.watch(act: failing) { station, told in
      station.replace(cameraAt: 0, by: LiveCamera(id: "door", source: "rtsp://127.0.0.1:\(port)/stream"))
      func waits() -> Int {
        told().conditions.count { $0.state == .backingOff && ($0.retry ?? .zero) > .seconds(5) }
      }
      #expect(await ScriptedWorkers.wait(seconds: 20) { waits() == 1 })
      let count = told().conditions.count
      let second = try listener(port: port)
      defer { close(second.descriptor) }
      #expect(await ScriptedWorkers.wait(seconds: 3) { told().conditions.count > count })
      // And tries again soon, should it not be ready.
      #expect(
        await ScriptedWorkers.wait(seconds: 3) {
          told().conditions.last.map { $0.state == .backingOff && ($0.retry ?? .zero) <= .seconds(1) }
            ?? false
        })
    }
  }
}
