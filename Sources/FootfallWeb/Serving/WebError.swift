/// Why a page can't be served; one line for a person.
public struct WebError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was attempted, where, and what is wrong.
  public let description: String

  /// Says what was attempted, where, and what is wrong, in one line.
  public init(_ description: String) { self.description = description }
}
