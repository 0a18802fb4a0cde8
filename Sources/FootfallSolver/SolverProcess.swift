public import FootfallPlanning
internal import FootfallProcess
internal import Glibc

/// HiGHS or CBC, in a process of its own: a crash, a hang or a lack of memory there is an error here.
///
///     let solver = try SolverProcess(highs: "models/highs/libhighs.so.1")
///     let answer = try solver.solve(program, from: nil, within: SolverLimits(time: .seconds(10)))
///
/// The process is `footfall-solve`, which lies beside the running program; `FOOTFALL_SOLVER` names another. It has CBC,
/// and HiGHS where its library can be opened. Each run uses one thread; several may go on at once.
public struct SolverProcess: IntegerProgramSolver {
  /// "cbc" or "highs", and its version.
  public let name: String
  private let path: String
  private let arguments: [String]

  /// Finds the solver and asks for its version.
  /// - Parameter highs: The path of HiGHS's library; where it can't be opened, or is nil, CBC is used.
  /// - Throws: ``SolverError/unavailable(_:)`` where it does not answer.
  public init(highs: String? = nil) throws(SolverError) {
    try self.init(path: Self.located(), highs: highs)
  }

  /// Uses the solver at `path`.
  init(path: String, highs: String? = nil) throws(SolverError) {
    self.path = path
    arguments = highs.map { [$0] } ?? []
    let child = try Self.child(path, arguments + ["--version"])
    let deadline = ContinuousClock.now + .seconds(10)
    var text: [UInt8] = []
    while text.count < 100, let bytes = child.receive(until: deadline), !bytes.isEmpty { text += bytes }
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 2, lines[0].hasPrefix("cbc ") || lines[0].hasPrefix("highs ") else {
      throw .unavailable("\(path) does not tell its version; \(Self.remedy)")
    }
    name = String(lines[0])
  }

  /// Begins a search and waits for its end.
  public func solve(
    _ program: IntegerProgram, from start: [Double]?, within limits: SolverLimits
  ) throws(SolverError) -> SolverAnswer {
    let run = try begin(program, from: start, within: limits)
    while true {
      if let answer = try run.answer(within: .seconds(3600)) { return answer }
    }
  }

  /// Begins a search, and returns as soon as the solver has the program.
  public func begin(
    _ program: IntegerProgram, from start: [Double]?, within limits: SolverLimits
  ) throws(SolverError) -> any SolverRun {
    try SolverProcessRun(program, from: start, within: limits, in: Self.child(path, arguments))
  }

  private static func child(_ path: String, _ arguments: [String]) throws(SolverError) -> ChildProcess {
    do throws(SystemError) {
      return try ChildProcess(path, arguments)
    } catch {
      throw .unavailable("cannot start \(path): \(error.reason); \(remedy)")
    }
  }

  private static let remedy = "needed: footfall-solve beside footfall, and coinor-libcbc-dev (scripts/setup)"

  private static func located() -> String {
    if let path = getenv("FOOTFALL_SOLVER") { return String(cString: path) }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let program = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return program.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/footfall-solve"
  }
}
