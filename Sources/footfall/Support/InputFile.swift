import Foundation

/// A file that a command reads whole.
enum InputFile {
  /// The content of the file at `path`, a byte order mark left out.
  /// - Throws: ``CommandError`` with status `noInput` when it can't be opened, `io` when reading fails on the way.
  static func bytes(at path: String) throws -> [UInt8] {
    let handle: FileHandle
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw CommandError("cannot open \(path): it is a folder; a readable file is needed", .noInput)
    }
    do {
      handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    } catch {
      throw CommandError("cannot open \(path): \(reason(error)); a readable file is needed", .noInput)
    }
    do {
      let content = try handle.readToEnd() ?? Data()
      let mark: [UInt8] = [0xef, 0xbb, 0xbf]
      return [UInt8](content.starts(with: mark) ? content.dropFirst(mark.count) : content)
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
