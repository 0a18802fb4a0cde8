/// Two pictures of faces and whether they show the same person.
public struct FacePair: Hashable, Sendable {
  /// The path of one picture.
  public let first: String
  /// The path of the other.
  public let second: String
  /// Whether they show the same person.
  public let isSame: Bool
  /// The line of the file that says so, from 1.
  public let line: Int

  /// Creates a pair.
  public init(first: String, second: String, isSame: Bool, line: Int) {
    self.first = first
    self.second = second
    self.isSame = isSame
    self.line = line
  }
}
