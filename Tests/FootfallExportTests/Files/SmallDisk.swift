import FootfallTestSupport
import Foundation

/// A disk of its own in memory that is soon full; needs the right to mount.
final class SmallDisk {
  private let folder: TemporaryFolder
  let url: URL

  /// Whether a disk can be mounted; prints why the test is skipped where not.
  static let isAvailable: Bool = {
    if (try? SmallDisk(kilobytes: 64)) != nil { return true }
    print("skipped: a small disk can't be mounted here; run as root")
    return false
  }()

  struct NotMounted: Error {}

  init(kilobytes: Int) throws {
    folder = try TemporaryFolder()
    url = folder.url
    let options = "size=\(kilobytes)k"
    guard try SmallDisk.run("/bin/mount", ["-t", "tmpfs", "-o", options, "tmpfs", url.path]) == 0 else {
      throw NotMounted()
    }
  }

  deinit { _ = try? SmallDisk.run("/bin/umount", [url.path]) }

  private static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
