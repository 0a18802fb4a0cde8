import FootfallExport
import Foundation

/// A result that is one text, which appears at its place whole or not at all.
///
/// A device, a pipe or a link at that place stays, and what is behind it is written.
struct StagedFile {
  private let bytes: [UInt8]
  private let path: String
  /// nil for what is no regular file.
  private let folder: OutputFolder?

  /// Writes `bytes` beside the place.
  init(_ bytes: [UInt8], at path: String) throws {
    self.bytes = bytes
    self.path = path
    if Self.isSpecial(path) {
      folder = nil
    } else {
      let file = URL(fileURLWithPath: path)
      folder = try OutputFolder(at: file.deletingLastPathComponent().path)
      try folder?.write(bytes, named: file.lastPathComponent)
    }
  }

  /// Makes sure that the file can take its place.
  func prepare() throws {
    if let folder { return try folder.prepare() }
    // What a link leads to may not be there yet.
    guard access(path, F_OK) != 0 || access(path, W_OK) == 0 else {
      throw CommandError("cannot write to \(path): \(String(cString: strerror(errno)).lowercased())", .io)
    }
  }

  /// Lets the file appear.
  func publish() throws {
    if let folder { return try folder.publish() }
    let file = try OpenFile(at: path)
    try file.write(bytes)
    try file.close()
  }

  /// Checks that a file can be written, and leaves nothing behind.
  static func check(_ path: String) throws {
    if isFolder(path) { throw CommandError("cannot write to \(path): is a directory", .io) }
    try StagedFile([], at: path).prepare()
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private static func isSpecial(_ path: String) -> Bool {
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    return type.map { $0 != .typeRegular } ?? false
  }
}
