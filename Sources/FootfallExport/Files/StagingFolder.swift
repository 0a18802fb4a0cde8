internal import Foundation

/// The hidden folder in which results wait until they are complete; locked for as long as its run lives, so that a
/// later run can tell what a killed one left behind and removes it.
struct StagingFolder {
  let path: String
  private let descriptor: Int32
  /// Folders that did not exist before, the innermost first.
  private let created: [String]

  private static let prefix = ".footfall-partial-"

  /// Creates the folder inside `parent`, which is created where it is absent.
  init(in parent: String) throws(ExportError) {
    // Nothing but a slash would follow: the files would land in the root of the file system.
    guard !parent.isEmpty else { throw ExportError(.unwritable, "create", "''", "a folder's path is needed") }
    let created = try StagingFolder.create(parent)
    StagingFolder.removeAbandoned(in: parent)
    var template = Array((parent + "/" + StagingFolder.prefix + "XXXXXX").utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { bytes in
      bytes.baseAddress.flatMap { mkdtemp($0) } != nil
    }
    let code = errno
    guard isMade else {
      for folder in created { rmdir(folder) }
      throw ExportError(code: code, "write to", parent)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    flock(descriptor, LOCK_SH | LOCK_NB)
    self.created = created
  }

  /// Removes the folder with what is in it and, if wanted, the folders created for it where they are empty.
  func remove(withCreatedFolders: Bool) {
    StagingFolder.empty(path)
    rmdir(path)
    if descriptor >= 0 { _ = close(descriptor) }
    if withCreatedFolders { for folder in created { rmdir(folder) } }
  }

  /// Creates `folder` and its parents; returns those that were absent, the innermost first.
  private static func create(_ folder: String) throws(ExportError) -> [String] {
    var created: [String] = []
    var prefix = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      prefix += (prefix.isEmpty || prefix == "/" ? "" : "/") + part
      if mkdir(prefix, 0o777) == 0 {
        created.insert(prefix, at: 0)
        continue
      }
      let code = errno
      var status = stat()
      let isThere = stat(prefix, &status) == 0
      if isThere, status.st_mode & S_IFMT == S_IFDIR { continue }
      for made in created { rmdir(made) }
      throw ExportError(code: isThere ? ENOTDIR : code, "create", folder)
    }
    return created
  }

  /// Removes what runs left behind that were killed: their locks are gone with them.
  private static func removeAbandoned(in parent: String) {
    for name in names(in: parent) where name.hasPrefix(prefix) {
      let path = parent + "/" + name
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        empty(path)
        rmdir(path)
      }
      _ = close(descriptor)
    }
  }

  private static func empty(_ folder: String) {
    for name in names(in: folder) { unlink(folder + "/" + name) }
  }

  private static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }
}
