internal import HTTPTypes

/// What names and passwords may be.
enum AccountRules {
  static let longestName = 64
  static let longestPassword = 256
  /// NIST SP 800-63B asks for 8 at least; length is what counts, and no kinds of letters are asked for.
  static let shortestPassword = 10
  static let mostAccounts = 200
  static let mostTokens = 200

  static func checkName(_ name: String) throws {
    let isAllowed = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "._-@".unicodeScalars.contains($0)
    }
    guard isAllowed, (1...longestName).contains(name.unicodeScalars.count) else {
      throw Refusal(
        .unprocessableContent,
        "name is '\(name.prefix(longestName))'; allowed: 1 to \(longestName) letters, digits, '.', '_', '-', '@'"
      )
    }
  }

  static func checkPassword(_ password: String, of name: String) throws {
    guard (shortestPassword...longestPassword).contains(password.count) else {
      throw Refusal(
        .unprocessableContent,
        "the new password has \(password.count) characters; allowed: \(shortestPassword) to \(longestPassword)"
      )
    }
    if password.lowercased().contains(name.lowercased()) {
      throw Refusal(.unprocessableContent, "the new password holds the name of the account")
    }
  }
}
