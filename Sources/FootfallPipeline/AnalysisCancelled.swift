/// An analysis ended early because it was asked to.
public struct AnalysisCancelled: Error, CustomStringConvertible {
  /// One line for the user.
  public var description: String { "interrupted; nothing was written" }

  /// Creates the error.
  public init() {}
}
