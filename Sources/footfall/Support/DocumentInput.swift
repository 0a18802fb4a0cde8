import FootfallExport

/// A JSON document in a file.
enum DocumentInput {
  /// Adds to an error in which file it is.
  static func naming<Result>(
    _ path: String, _ what: String, _ read: () throws(DocumentError) -> Result
  ) throws(CommandError) -> Result {
    do throws(DocumentError) {
      return try read()
    } catch {
      throw CommandError("cannot read the \(what): \(path): \(error)", .badData)
    }
  }
}
