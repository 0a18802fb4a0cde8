import Foundation

/// What a command says about its work.
enum StandardError {
  /// Writes `text`; where standard error is closed or full, nobody can be told.
  static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
