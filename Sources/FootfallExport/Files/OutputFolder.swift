internal import Foundation

/// The folder of a run's results, which appear all together at the end or not at all.
///
/// Files are written into a hidden folder inside and moved to their names by ``publish()``. Until then results of
/// an earlier run stay as they are; if the run fails, ``discard()`` or the end of this object's life removes
/// whatever was written, and the folder too if this object created it.
///
/// ```swift
/// let folder = try OutputFolder(at: "out")
/// try folder.write(bytes, named: "report.json")
/// try folder.publish()
/// ```
/// Used by one thread at a time.
public final class OutputFolder {
  /// The folder, as it was given.
  public let path: String
  private let staging: StagingFolder
  private var streams: [OutputStreamFile] = []
  private var names: [String] = []
  private var isOpen = true

  /// Prepares the folder at `path` and creates it, with its parents, where it is absent.
  /// - Throws: when it can't be created or written.
  public init(at path: String) throws(ExportError) {
    self.path = path
    staging = try StagingFolder(in: path)
  }

  deinit { discard() }

  /// Begins a file that is written bit by bit.
  /// - Parameter name: a file name without a path, used once in a run.
  public func stream(named name: String) throws(ExportError) -> OutputStreamFile {
    let staged = try stagedPath(named: name)
    let stream = try OutputStreamFile(name: name, path: finalPath(name), stagedPath: staged)
    streams.append(stream)
    return stream
  }

  /// Writes a whole file.
  /// - Parameters:
  ///   - content: what the file holds.
  ///   - name: a file name without a path, used once in a run.
  public func write(_ content: [UInt8], named name: String) throws(ExportError) {
    let stream = try stream(named: name)
    try stream.append { $0.append(contentsOf: content) }
    try stream.close()
  }

  /// Announces a file that other code writes, a picture for example, and tells where.
  /// - Parameter name: a file name without a path, used once in a run.
  /// - Returns: the path at which the file has to be complete before ``publish()``.
  public func stagedPath(named name: String) throws(ExportError) -> String {
    precondition(isOpen, "results are published or discarded once")
    guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), !name.contains("\0") else {
      let rule = "a result's name has no slash and no dot in front"
      throw ExportError(.unwritable, "write", finalPath(name), rule)
    }
    guard !names.contains(name) else {
      throw ExportError(.failed, "write", finalPath(name), "two results have this name")
    }
    names.append(name)
    return staging.path + "/" + name
  }

  /// Writes everything to the disk that can fail for want of space, and checks that all files can take their places.
  ///
  /// ``publish()`` does so too; before it is called for the first of several folders, their results can be made sure of.
  /// - Throws: when a file was not written in full or can't be put in its place; then what was written is gone.
  public func prepare() throws(ExportError) {
    precondition(isOpen, "results are published or discarded once")
    do throws(ExportError) {
      for stream in streams { try stream.close() }
      for name in names { try check(name) }
    } catch {
      discard()
      throw error
    }
  }

  /// Makes all files appear, in the order in which they were begun, each in one step, once they are prepared.
  /// - Throws: when a file was not written in full or can't be put in its place; then what was not moved is gone.
  public func publish() throws(ExportError) {
    try prepare()
    do throws(ExportError) {
      for name in names where rename(staging.path + "/" + name, finalPath(name)) != 0 {
        throw ExportError(code: errno, "write", finalPath(name))
      }
    } catch {
      discard()
      throw error
    }
    isOpen = false
    staging.remove(withCreatedFolders: false)
    sync(path)
  }

  /// Removes whatever was written; after ``publish()`` it does nothing.
  public func discard() {
    guard isOpen else { return }
    isOpen = false
    staging.remove(withCreatedFolders: true)
  }

  private func finalPath(_ name: String) -> String { path + "/" + name }

  /// Checks that a file is there, is on the disk and can take its place, with the mode and owner of the one that has it.
  private func check(_ name: String) throws(ExportError) {
    var status = stat()
    let isThere = lstat(finalPath(name), &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      if status.st_mode & S_IFMT == S_IFDIR { throw ExportError(code: EISDIR, "write", finalPath(name)) }
      throw ExportError(.unwritable, "write", finalPath(name), "what is there is no regular file")
    }
    let descriptor = open(staging.path + "/" + name, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw ExportError(code: errno, "write", finalPath(name)) }
    let isDone = (!isThere || keep(status, on: descriptor)) && fsync(descriptor) == 0
    let code = errno
    _ = close(descriptor)
    if !isDone { throw ExportError(code: code, "write", finalPath(name)) }
  }

  /// Gives a staged file the mode of the one that it replaces, so that what few may read stays so, and its owner.
  private func keep(_ status: stat, on descriptor: Int32) -> Bool {
    // Only root gives files away; a group is kept by whoever belongs to it.
    if fchown(descriptor, status.st_uid, status.st_gid) != 0 {
      _ = fchown(descriptor, .max, status.st_gid)
    }
    // Some file systems have one mode for all, which nobody may set.
    var own = stat()
    let mode = status.st_mode & 0o777
    return fstat(descriptor, &own) == 0 && (own.st_mode & 0o777 == mode || fchmod(descriptor, mode) == 0)
  }

  /// Makes the names durable; where a file system can't, they are as durable as it makes them.
  private func sync(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }
}
