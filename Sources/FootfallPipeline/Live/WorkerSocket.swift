internal import FootfallProcess
internal import Foundation
internal import Glibc

/// A worker's side of the socket to its supervisor.
struct WorkerSocket: Sendable {
  private let descriptor: Int32

  /// The socket that a worker is started with.
  init() { descriptor = STDIN_FILENO }

  /// Waits for the next order.
  /// - Returns: nil once the supervisor is gone.
  /// - Throws: an error of decoding, which means that the two programs are not the same.
  func receive<Order: Decodable>(_: Order.Type) throws -> Order? {
    let bytes = [UInt8](unsafeUninitializedCapacity: ChildProcess.longestMessage) { buffer, count in
      repeat {
        count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      } while count < 0 && errno == EINTR
      count = max(0, count)
    }
    return bytes.isEmpty ? nil : try JSONDecoder().decode(Order.self, from: Data(bytes))
  }

  /// Sends a report, and ends the program where nobody is left to take it.
  func send(_ report: some Encodable) {
    guard let data = try? JSONEncoder().encode(report) else { return }
    let count = data.withUnsafeBytes { bytes in
      var count: Int
      repeat {
        count = Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
      } while count < 0
        && errno == EINTR
      return count
    }
    if count < 0 { _exit(0) }
  }
}

extension ChildProcess {
  /// Sends an order to a worker; one that does not take it is about to be noticed as silent or gone.
  func send(_ order: some Encodable) {
    guard let data = try? JSONEncoder().encode(order) else { return }
    _ = send([UInt8](data), until: .now)
  }

  /// The next report that comes before the deadline; nil where none does.
  /// - Throws: ``LiveError`` where the worker has ended, or speaks another language.
  func report<Report: Decodable>(
    _: Report.Type, until deadline: ContinuousClock.Instant = .now
  ) throws(LiveError) -> Report? {
    guard let bytes = receive(until: deadline) else { return nil }
    if bytes.isEmpty {
      switch ending() {
      case .exit(let status): throw LiveError("its process ended with status \(status)")
      case .signal(let signal): throw LiveError("its process was ended by signal \(signal)")
      }
    }
    do {
      return try JSONDecoder().decode(Report.self, from: Data(bytes))
    } catch {
      throw LiveError("its process sent what is no report")
    }
  }
}
