/// Where a command's result goes that is one text.
enum ResultFile {
  /// Writes `bytes` to standard output, or to the file `out`, as a ``StagedFile``.
  static func write(_ bytes: [UInt8], to out: String?) throws {
    guard let out else { return try StandardOutput.write(bytes) }
    try StagedFile(bytes, at: out).publish()
  }
}
