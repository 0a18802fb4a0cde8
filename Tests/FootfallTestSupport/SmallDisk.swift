public import Foundation

/// A disk in memory with little room, mounted on an empty folder and gone with the last reference to it.
public final class SmallDisk: Sendable {
  private let folder: TemporaryFolder

  /// Where the disk is.
  public var url: URL { folder.url }

  /// Whether this process may mount disks; prints why the test is skipped where it may not.
  public static let isAvailable: Bool = {
    do {
      _ = try SmallDisk(kilobytes: 64)
      return true
    } catch {
      print("skipped: no disk can be mounted here (\(error)); it needs the rights of root")
      return false
    }
  }()

  /// Why a disk could not be mounted.
  public struct Failure: Error, CustomStringConvertible {
    /// What the system says.
    public let description: String
  }

  /// Mounts a disk.
  /// - Parameters:
  ///   - kilobytes: its room.
  ///   - files: how many files and folders fit on it, its root included; nil: as many as there is room for.
  public init(kilobytes: Int, files: Int? = nil) throws {
    folder = try TemporaryFolder()
    let options = "size=\(kilobytes)k" + (files.map { ",nr_inodes=\($0)" } ?? "")
    guard mount("tmpfs", folder.url.path, "tmpfs", 0, options) == 0 else {
      throw Failure(description: String(cString: strerror(errno)).lowercased())
    }
  }

  /// From now on the disk can only be read.
  public func forbidWriting() throws {
    guard mount("tmpfs", folder.url.path, "tmpfs", UInt(MS_REMOUNT) | UInt(MS_RDONLY), nil) == 0 else {
      throw Failure(description: String(cString: strerror(errno)).lowercased())
    }
  }

  // Lazily, so that a file still open cannot keep the disk in place.
  deinit { umount2(folder.url.path, Int32(MNT_DETACH)) }
}
