import Foundation

/// A file, pipe or device that is open for writing.
struct OpenFile {
  private let descriptor: Int32
  private let name: String

  /// - Parameter name: what errors call it.
  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Opens what lies at `path`, which begins anew where it is a regular file.
  /// - Throws: ``CommandError`` with status `io`.
  init(at path: String) throws {
    self.init(descriptor: open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666), name: path)
    if descriptor < 0 { throw failure(errno) }
  }

  /// Writes all of `bytes`.
  /// - Throws: ``CommandError`` with status `io`.
  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { throw failure(count < 0 ? errno : ENOSPC) }
      rest.removeFirst(count)
    }
  }

  /// Closes it; some file systems tell only now that the disk is full.
  /// - Throws: ``CommandError`` with status `io`.
  func close() throws {
    // An interrupted close has closed the file all the same (Linux, close(2)).
    if Foundation.close(descriptor) != 0, errno != EINTR { throw failure(errno) }
  }

  private func failure(_ code: Int32) -> CommandError {
    CommandError("cannot write to \(name): \(String(cString: strerror(code)).lowercased())", .io)
  }
}
