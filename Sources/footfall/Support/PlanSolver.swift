import FootfallPlanning
import FootfallSolver
import FootfallVision
import Foundation

/// The solver of plans: HiGHS where `scripts/fetch-models` has fetched it, else CBC.
enum PlanSolver {
  /// Finds it and asks for its version.
  ///
  /// `FOOTFALL_HIGHS` names another library; where that is empty, CBC is used.
  static func located() throws(SolverError) -> SolverProcess {
    let given = ProcessInfo.processInfo.environment["FOOTFALL_HIGHS"]
    let fetched = try? ModelCatalog.locate() + "/highs/libhighs.so.1"
    return try SolverProcess(highs: given ?? fetched)
  }
}
