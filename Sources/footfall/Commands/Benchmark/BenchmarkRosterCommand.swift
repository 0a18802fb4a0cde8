import ArgumentParser
import FootfallCore
import FootfallPlanning
import FootfallSolver
import Logging

struct BenchmarkRosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nrp",
    abstract: "Makes the roster of a whole-day shift scheduling instance.",
    discussion: """
      Reads the text form of the instances of Curtois and Qu (schedulingbenchmarks.org). The roster keeps every rule; its \
      objective is what unfulfilled requests and wrong cover cost, and no roster costs less than the bound.

      Example:
        footfall benchmark nrp Instance3.txt --time-limit 20 --json --solution roster.txt
      """)

  @Argument(help: ArgumentHelp("The instance.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("How long to search.", valueName: "seconds"))
  var timeLimit = 60.0

  @Option(help: ArgumentHelp("For the choice of what is solved anew.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Where to write the roster: a row for each employee, a column for each day, a shift or -.",
      valueName: "file"))
  var solution: String?

  @Option(
    help: ArgumentHelp("Write the integer program there, as free MPS, and search not.", valueName: "file"))
  var mps: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var log: LogOptions

  func validate() throws { try SearchOptions.check(timeLimit: timeLimit) }

  func run() throws {
    let start = ContinuousClock.now
    let deadline = start + .seconds(timeLimit)
    let instance = try instance()
    if let mps {
      return try ResultFile.write([UInt8](WholeDayPlanner.program(of: instance).mps.utf8), to: mps)
    }
    let solver = try PlanSolver.located()
    let rival = try PlanSolver.rival(of: solver)
    log.logger.info(
      "searching", metadata: ["solver": "\(solver.name)", "employees": "\(instance.staff.count)"])
    let reporter = SearchReporter("nrp")
    let plan: WholeDayPlan
    do throws(WholeDayError) {
      plan = try WholeDayPlanner(instance, solver: solver, rival: rival).plan(
        seed: seed, limits: SearchLimits(), timeLeft: { deadline - .now }, report: reporter.update)
    } catch {
      throw CommandError("cannot plan \(file): \(error)", error.status)
    }
    if let solution { try ResultFile.write([UInt8](plan.roster.text(for: instance).utf8), to: solution) }
    let report = Report(plan, seconds: (ContinuousClock.now - start).inSeconds)
    if json { try StandardOutput.write(json: report) } else { try StandardOutput.write(table: report.table) }
  }

  private func instance() throws -> WholeDayInstance {
    let bytes = try InputFile.bytes(at: file)
    do throws(InstanceError) {
      return try WholeDayInstance(reading: bytes)
    } catch {
      throw CommandError("cannot read the instance: \(file):\(error.line): \(error)", .badData)
    }
  }

  /// What is printed.
  private struct Report: Encodable {
    let objective: Int
    let bound: Double
    let gap: Double
    let status: String
    let seconds: Double

    init(_ plan: WholeDayPlan, seconds: Double) {
      objective = plan.objective
      bound = plan.bound
      gap = plan.gap
      status = plan.isOptimal ? "optimal" : "feasible"
      self.seconds = seconds
    }

    var table: [(name: String, value: String, meaning: String)] {
      [
        ("objective", "\(objective)", "what unfulfilled requests and wrong cover cost"),
        ("bound", bound.fixed(1), "no roster costs less"),
        ("gap", (100 * gap).fixed(2), "% of the objective"),
        ("status", status, ""),
        ("time", seconds.fixed(1), "seconds"),
      ]
    }
  }
}

extension WholeDayError {
  fileprivate var status: ExitStatus {
    switch self {
    case .noRoster: .badData
    case .undecided, .solver: .unavailable
    }
  }
}
