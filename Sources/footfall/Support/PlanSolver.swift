import FootfallPlanning
import FootfallSolver
import FootfallVision
import Foundation

/// The solvers of plans.
enum PlanSolver {
  /// CBC: it needs less than half as long as HiGHS for the small parts of a retail week (docs/planning.md).
  static func forParts() throws(SolverError) -> SolverProcess { try SolverProcess() }

  /// CBC, where a solver is HiGHS.
  static func rival(of solver: SolverProcess) throws(SolverError) -> SolverProcess? {
    solver.name.hasPrefix("highs") ? try SolverProcess() : nil
  }

  /// HiGHS where `scripts/fetch-models` has fetched it, else CBC: finds it and asks for its version.
  ///
  /// `FOOTFALL_HIGHS` names another library; where that is empty, CBC is used.
  static func located() throws(SolverError) -> SolverProcess {
    let given = ProcessInfo.processInfo.environment["FOOTFALL_HIGHS"]
    let fetched = try? ModelCatalog.locate() + "/highs/libhighs.so.1"
    return try SolverProcess(highs: given ?? fetched)
  }
}
