/// Why members could not be enrolled, matched or looked up.
public struct MembersError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of failure, as far as a caller may act on it.
  public enum Kind: Hashable, Sendable {
    /// A file is absent or cannot be read.
    case noInput
    /// What was given is not what it should be: a picture without a face, a consent that has expired.
    case badData
    /// Something that is needed is not there: the master key.
    case unavailable
    /// Reading or writing failed on the way.
    case io
  }

  /// The kind of failure.
  public let kind: Kind
  /// One line for a person: what was attempted, on what, the value and what is allowed.
  ///
  /// Holds no key and no template.
  public let description: String

  /// Creates an error.
  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
