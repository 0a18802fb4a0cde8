import ArgumentParser

/// Two zones on a command line: `bread=back`.
struct ZonePair: ExpressibleByArgument {
  let first: String
  let second: String

  init?(argument: String) {
    let names = argument.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard names.count == 2, !names[0].isEmpty, !names[1].isEmpty else { return nil }
    (first, second) = (names[0], names[1])
  }
}
