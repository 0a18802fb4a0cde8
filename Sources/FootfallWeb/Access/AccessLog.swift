internal import Foundation
internal import Logging

/// Who asked for what: a line of JSON a request, without queries, bodies and secrets.
///
/// The file grows to ``largestBytes`` and becomes `access.1.log`; ``filesKept`` of those are kept.
actor AccessLog {
  /// A request and its answer.
  struct Entry: Hashable, Sendable, Codable {
    /// ISO 8601 in UTC.
    let time: String
    /// Nil for nobody.
    let account: String?
    let address: String
    let method: String
    /// Without its query.
    let path: String
    let status: Int
  }

  static let filesKept = 4

  private let folder: String
  private let largestBytes: Int
  private let logger: Logger
  private var descriptor: Int32 = -1
  private var bytes = 0
  private var isFailing = false

  init(folder: String, largestBytes: Int = 16_000_000, logger: Logger) {
    self.folder = folder
    self.largestBytes = largestBytes
    self.logger = logger
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Appends a line.
  ///
  /// A disk that is full never keeps a request from its answer; it is told once.
  func append(_ entry: Entry) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard var line = try? encoder.encode(entry) else { return }
    line.append(UInt8(ascii: "\n"))
    if descriptor < 0 { openFile() }
    if bytes > 0, bytes + line.count > largestBytes { rotate() }
    let written = line.withUnsafeBytes { descriptor < 0 ? -1 : write(descriptor, $0.baseAddress, $0.count) }
    bytes += max(0, written)
    report(isFailing: written != line.count)
  }

  private func path(_ number: Int) -> String {
    number == 0 ? "\(folder)/access.log" : "\(folder)/access.\(number).log"
  }

  private func openFile() {
    descriptor = open(path(0), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    bytes = max(0, Int(lseek(descriptor, 0, SEEK_END)))
  }

  /// Begins another file; where the old one can't be renamed it goes on growing.
  private func rotate() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
    bytes = 0
    for number in (0..<Self.filesKept).reversed() { rename(path(number), path(number + 1)) }
    openFile()
  }

  private func report(isFailing: Bool) {
    defer { self.isFailing = isFailing }
    guard isFailing != self.isFailing else { return }
    if isFailing {
      logger.error(
        "requests are not logged",
        metadata: ["file": "\(path(0))", "reason": "\(String(cString: strerror(errno)).lowercased())"])
    } else {
      logger.info("requests are logged again", metadata: ["file": "\(path(0))"])
    }
  }
}
