internal import FootfallAnalytics
internal import Foundation

/// What a piece of footage is, independent of its name and place.
public struct MediaFingerprint: Hashable, Sendable {
  /// The fingerprint as text.
  public let text: String

  /// That of a stream, which nobody can analyse twice.
  public static let live = MediaFingerprint(text: "live")

  /// Creates a fingerprint from text that tells this footage from any other of the same camera and start.
  public init(text: String) { self.text = text }

  /// Reads the fingerprint of files that follow each other: of each the size, the first and the last 64 KiB.
  ///
  /// A video file holds its times and sizes of frames in one of these, so that two recordings are told apart
  /// without reading gigabytes.
  /// - Throws: the system's error when a file can't be read.
  public init(ofFilesAt paths: [String]) throws {
    var hash = ContentHash()
    for path in paths {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      let size = try file.seekToEnd()
      hash.add(size)
      for offset in [0, size - min(size, MediaFingerprint.sampleBytes)] {
        try file.seek(toOffset: offset)
        hash.addBytes(try file.read(upToCount: Int(MediaFingerprint.sampleBytes)) ?? Data())
      }
    }
    text = hash.description
  }

  private static let sampleBytes: UInt64 = 65_536
}
