internal import Foundation

/// What can be told of a source from its path and its first bytes.
enum FootagePath {
  /// What lies at a path.
  enum Kind {
    case directory
    case jpeg
    /// Anything else that is there; FFmpeg finds out what it is.
    case other
  }

  /// Whether the path is the address of a stream or the device of a camera.
  static func isLive(_ path: String) -> Bool { path.contains("://") || path.hasPrefix("/dev/video") }

  /// Looks at what lies at `path`.
  static func probe(_ path: String) throws(VisionError) -> Kind {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw VisionError(.noInput, "\(path): no such file")
    }
    if isDirectory.boolValue { return .directory }
    // A recording is opened twice, first to look at it: of a pipe, nothing would be left.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else {
      throw VisionError(
        .noInput, "\(path): is no regular file; a recording is read twice, so save it to a file first")
    }
    let start: [UInt8]
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      start = try [UInt8](file.read(upToCount: 3) ?? Data())
    } catch {
      throw VisionError(.noInput, "\(path): cannot be read (\(error.localizedDescription))")
    }
    if start.isEmpty { throw VisionError(.badData, "\(path): the file is empty") }
    return start == [0xFF, 0xD8, 0xFF] ? .jpeg : .other
  }
}
