import FootfallExport
import Foundation

/// Where a command's result goes that is one text.
enum ResultFile {
  /// Writes `bytes` to standard output, or to the file `out`, which appears whole or not at all.
  ///
  /// A device, a pipe or a link at that place stays, and what is behind it is written.
  static func write(_ bytes: [UInt8], to out: String?) throws {
    guard let out else { return try StandardOutput.write(bytes) }
    let type = try? FileManager.default.attributesOfItem(atPath: out)[.type] as? FileAttributeType
    if let type, type != .typeRegular {
      let file = try OpenFile(at: out)
      try file.write(bytes)
      return try file.close()
    }
    let file = URL(fileURLWithPath: out)
    let folder = try OutputFolder(at: file.deletingLastPathComponent().path)
    try folder.write(bytes, named: file.lastPathComponent)
    try folder.publish()
  }
}
