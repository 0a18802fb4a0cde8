import FootfallPlanning
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallSolver

/// A solver that `footfall-solve` can be.
enum SolverUnderTest: String, CaseIterable {
  case cbc, highs

  static let library = SharedData.models.appendingPathComponent("highs/libhighs.so.1").path

  /// CBC, and HiGHS where it is there; else prints why it is left out.
  static let present = allCases.filter { $0 == .cbc || SharedData.hasModel("highs/libhighs.so.1") }

  func process() throws -> SolverProcess { try SolverProcess(highs: self == .highs ? Self.library : nil) }

  func solve(
    _ program: IntegerProgram, from start: [Double]? = nil, seconds: Double = 60, nodes: Int? = nil,
    gap: Double = 0
  ) throws -> SolverAnswer {
    try process().solve(
      program, from: start, within: SolverLimits(time: .seconds(seconds), nodes: nodes, gap: gap))
  }
}
