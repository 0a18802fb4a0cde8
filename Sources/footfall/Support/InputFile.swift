import Foundation

/// A file that a command reads whole.
enum InputFile {
  static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// The content of the file at `path`, a byte order mark left out.
  /// - Throws: ``CommandError`` with status `noInput` when it can't be opened, `io` when reading fails on the way.
  static func bytes(at path: String) throws -> [UInt8] {
    let content = try read(from: handle(at: path), upTo: .max, path)
    return content.starts(with: byteOrderMark) ? Array(content.dropFirst(byteOrderMark.count)) : content
  }

  /// The file at `path`, open for reading.
  /// - Throws: ``CommandError`` with status `noInput`.
  static func handle(at path: String) throws -> FileHandle {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw CommandError("cannot open \(path): it is a folder; a readable file is needed", .noInput)
    }
    do {
      return try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    } catch {
      throw CommandError("cannot open \(path): \(reason(error)); a readable file is needed", .noInput)
    }
  }

  /// The next bytes, up to `count`, of a file; none at its end.
  /// - Throws: ``CommandError`` with status `io`.
  static func read(from handle: FileHandle, upTo count: Int, _ path: String) throws -> [UInt8] {
    do {
      return [UInt8](try (count == .max ? handle.readToEnd() : handle.read(upToCount: count)) ?? Data())
    } catch {
      throw CommandError("cannot read \(path): \(reason(error))", .io)
    }
  }

  /// What the system says, without the path that the caller names anyway.
  private static func reason(_ error: any Error) -> String {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    switch (cause.domain, cause.code) {
    case (NSPOSIXErrorDomain, let code): return String(cString: strerror(Int32(code))).lowercased()
    case (NSCocoaErrorDomain, CocoaError.fileReadNoSuchFile.rawValue): return "no such file"
    case (NSCocoaErrorDomain, CocoaError.fileReadNoPermission.rawValue): return "permission denied"
    default: return cause.localizedDescription
    }
  }
}
