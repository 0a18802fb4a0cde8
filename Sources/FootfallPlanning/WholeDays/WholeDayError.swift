/// Why there is no roster.
public enum WholeDayError: Error, Equatable, CustomStringConvertible {
  /// No choice of days and shifts keeps all rules of this employee.
  case noRoster(employee: String)
  /// It could not be found out in time whether there is one for this employee.
  case undecided(employee: String)
  /// The solver.
  case solver(SolverError)

  /// One line.
  public var description: String {
    switch self {
    case .noRoster(let employee): "no choice of days and shifts keeps all rules of employee \(employee)"
    case .undecided(let employee): "no days and shifts are found for employee \(employee) in time; allow more"
    case .solver(let error): error.description
    }
  }
}
