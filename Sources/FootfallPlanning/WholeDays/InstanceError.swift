/// What is wrong with the text of an instance.
public struct InstanceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1; the last one where something is missing.
  public let line: Int
  /// What is wrong, without the line, so that a caller can put `file:line` where it belongs.
  public let description: String

  init(line: Int, _ description: String) {
    self.line = line
    self.description = description
  }

  init(line: Int, _ name: String, is value: some StringProtocol, allowed: String) {
    let shown = value.count > 40 ? String(value.prefix(40)) + "…" : String(value)
    self.init(line: line, "\(name) is '\(shown)'; allowed: \(allowed)")
  }
}
