internal import Foundation

/// The file in which accounts and tokens are kept: passwords as salted hashes, tokens as digests.
public struct AccountFile: Sendable {
  /// Where it is.
  public let path: String

  /// Names a file; it is made at the first start of a ``LiveServer``.
  public init(path: String) { self.path = path }

  /// What the file holds; an empty book where there is none.
  func read() throws(WebError) -> AccountBook {
    guard FileManager.default.fileExists(atPath: path) else { return AccountBook() }
    do {
      let book = try JSONDecoder().decode(
        AccountBook.self, from: try Data(contentsOf: URL(fileURLWithPath: path)))
      guard book.schema == AccountBook().schema else {
        throw WebError("\(path): schema is '\(book.schema)'; allowed: \(AccountBook().schema)")
      }
      return book
    } catch let error as WebError {
      throw error
    } catch is DecodingError {
      throw WebError("\(path): these are no accounts; move the file away to begin with a new administrator")
    } catch {
      throw WebError("cannot read \(path): \(SystemReason.of(error))")
    }
  }

  /// Writes all of it in one step, for nobody else to read.
  func write(_ book: AccountBook) throws(WebError) {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      try replace(with: try encoder.encode(book))
    } catch {
      throw WebError("cannot write \(path): \(SystemReason.of(error))")
    }
  }

  private func replace(with data: Data) throws {
    let part = "\(path).part"
    unlink(part)
    // Made with its mode, so that there is no moment at which others can read it.
    let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: data)
    try handle.synchronize()
    try handle.close()
    guard rename(part, path) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
  }
}
