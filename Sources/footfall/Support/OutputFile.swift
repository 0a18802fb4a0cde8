import Foundation

/// A file that a command writes whole.
enum OutputFile {
  /// Puts `bytes` in the place of the file at `path`, in one step.
  /// - Throws: ``CommandError`` with status `io`.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      let error = error as NSError
      let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
      let reason =
        cause.domain == NSPOSIXErrorDomain
        ? String(cString: strerror(Int32(cause.code))).lowercased() : cause.localizedDescription
      throw CommandError("cannot write \(path): \(reason)", .io)
    }
  }
}
