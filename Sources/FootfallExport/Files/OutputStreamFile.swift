internal import Foundation

/// One result file that is written bit by bit, through a buffer of fixed size.
///
/// Made by ``OutputFolder/stream(named:)``, which also decides when the file appears. Used by one thread at a time.
public final class OutputStreamFile {
  /// The name of the file in its folder.
  public let name: String
  private let path: String
  private var descriptor: Int32
  private var buffer = TextBuffer(capacity: bufferBytes + 4096)
  private var failure: ExportError?

  private static let bufferBytes = 65_536

  /// - Parameters:
  ///   - path: where the file will appear, for error messages.
  ///   - stagedPath: where it is written.
  init(name: String, path: String, stagedPath: String) throws(ExportError) {
    self.name = name
    self.path = path
    descriptor = open(stagedPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw ExportError(code: errno, "write", path) }
  }

  deinit {
    if descriptor >= 0 { _ = Foundation.close(descriptor) }
  }

  /// Appends what `fill` appends to the buffer; the disk is touched whenever 64 KiB have come together.
  /// - Throws: an error of the disk, which ``OutputFolder/publish()`` will throw again.
  public func append(_ fill: (inout TextBuffer) -> Void) throws(ExportError) {
    fill(&buffer)
    if buffer.count >= OutputStreamFile.bufferBytes { try flush() }
  }

  /// Writes the rest and makes sure that it is on the disk; a file already closed is left alone.
  func close() throws(ExportError) {
    if let failure { throw failure }
    guard descriptor >= 0 else { return }
    try flush()
    if fsync(descriptor) != 0 { throw fail(errno) }
    let closed = Foundation.close(descriptor)
    let code = errno
    descriptor = -1
    // An interrupted close has closed the file all the same (Linux, close(2)).
    if closed != 0, code != EINTR { throw fail(code) }
  }

  private func flush() throws(ExportError) {
    if let failure { throw failure }
    precondition(descriptor >= 0, "a closed result file takes no more")
    var written = 0
    while written < buffer.count {
      let count = buffer.bytes.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { throw fail(count < 0 ? errno : ENOSPC) }
      written += count
    }
    buffer.removeAll()
  }

  private func fail(_ code: Int32) -> ExportError {
    let error = ExportError(code: code, "write", path)
    failure = error
    return error
  }
}
