public import Foundation

/// Which files of a folder have been opened, by whatever program, since the watch began.
public final class OpenedFiles {
  private let descriptor: Int32
  private var names: Set<String> = []

  /// Begins to watch; links in the folder are not followed.
  public init(in folder: URL) throws {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0, inotify_add_watch(descriptor, folder.path, UInt32(IN_OPEN)) >= 0 else {
      throw POSIXError(.init(rawValue: errno) ?? .EIO)
    }
  }

  deinit { close(descriptor) }

  /// The names of the files so far.
  public func all() -> Set<String> {
    let header = MemoryLayout<inotify_event>.size
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return names }
      var start = 0
      while start < count {
        let length = buffer.withUnsafeBytes {
          $0.loadUnaligned(fromByteOffset: start, as: inotify_event.self).len
        }
        let name = buffer[start + header..<start + header + Int(length)].prefix { $0 != 0 }
        names.insert(String(decoding: name, as: UTF8.self))
        start += header + Int(length)
      }
    }
  }
}
