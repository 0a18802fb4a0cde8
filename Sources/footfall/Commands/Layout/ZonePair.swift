import ArgumentParser

/// Two zones on a command line: `bread=back`.
struct ZonePair {
  let first: String
  let second: String

  /// Reads an argument; used as the `transform` of an option, which can say what is allowed.
  /// - Throws: `ValidationError`.
  init(parsing argument: String) throws {
    let names = argument.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard names.count == 2, !names[0].isEmpty, !names[1].isEmpty else {
      throw ValidationError("allowed: two zones, as in bread=back")
    }
    (first, second) = (names[0], names[1])
  }
}
