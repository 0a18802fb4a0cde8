/// Why there is no answer.
public enum SolverError: Error, Equatable {
  /// It cannot be started: what is missing, and what to install.
  case unavailable(String)
  /// It ended before it answered, or answered with what breaks the program: what was seen.
  case failed(String)
}

extension SolverError: CustomStringConvertible {
  /// One line.
  public var description: String {
    switch self {
    case .unavailable(let reason), .failed(let reason): reason
    }
  }
}
