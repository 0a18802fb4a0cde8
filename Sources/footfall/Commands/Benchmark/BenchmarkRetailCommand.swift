import ArgumentParser
import FootfallCore
import FootfallExport
import FootfallPlanning

struct BenchmarkRetailCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retail",
    abstract: "Plans a week of a made-up shop.",
    discussion: """
      Two roles in quarters of an hour, shifts of 4 to 9 hours with breaks, contracts, skills and wishes; the same \
      arguments make the same shop. The shop has so much demand that its people could work --availability times the \
      hours needed: from 1.5 on every interval should be covered, near 1 none can cover all. --out writes what \
      footfall schedule reads.

      Example:
        footfall benchmark retail --staff 15 --seed 1 --time-limit 120 --json
      """)

  @Option(help: ArgumentHelp("How many people.", valueName: "number"))
  var staff = 15

  @Option(help: ArgumentHelp("Hours that they may work over hours needed.", valueName: "ratio"))
  var availability = 1.6

  @OptionGroup var search: SearchOptions

  @Option(
    help: ArgumentHelp("Write requirements.json and staff.yaml there, and search not.", valueName: "folder"))
  var out: String?

  @Option(
    help: ArgumentHelp("Write the integer program there, as free MPS, and search not.", valueName: "file"))
  var mps: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var log: LogOptions

  func validate() throws {
    guard (1...200).contains(staff) else {
      throw ValidationError("--staff is \(staff); allowed: 1 to 200")
    }
    guard (0.1...100).contains(availability) else {
      throw ValidationError("--availability is \(availability); allowed: 0.1 to 100")
    }
  }

  func run() throws {
    let week = RetailWeek(staff: staff, seed: UInt64(search.seed), availability: availability)
    if let out { return try RetailFiles(week).write(to: out) }
    if let mps { return try ResultFile.write([UInt8](PlanSearch(week.problem).program.mps.utf8), to: mps) }
    let report = try PlanRun(
      problem: week.problem, source: "retail", options: search, logger: log.logger
    ).report()
    let result = Result(report)
    if json { try StandardOutput.write(json: result) } else { try StandardOutput.write(table: result.table) }
  }

  /// What is printed.
  private struct Result: Encodable {
    let objective: Double
    let bound: Double
    let gap: Double
    let status: String
    let seconds: Double?
    let coveredShare: Double
    let demandHours: Double
    let underHours: Double
    let overHours: Double

    init(_ report: PlanReport) {
      objective = report.terms.total
      bound = report.solution?.bound ?? 0
      gap = report.solution?.gap(of: objective) ?? 1
      status = report.solution?.status.rawValue ?? ""
      seconds = report.solution?.seconds
      let totals = report.cover.totals()
      coveredShare = totals.required == 0 ? 1 : 1 - Double(totals.under) / Double(totals.required)
      demandHours = Double(totals.required) / 60
      underHours = Double(totals.under) / 60
      overHours = Double(totals.over) / 60
    }

    var table: [(name: String, value: String, meaning: String)] {
      [
        ("objective", objective.fixed(1), "what shortcomings and hours cost"),
        ("bound", bound.fixed(1), "no plan costs less"),
        ("gap", (100 * gap).fixed(2), "% of the objective"),
        ("status", status, ""),
        ("covered", (100 * coveredShare).fixed(2), "% of \(demandHours.fixed(1)) hours needed"),
        ("not needed", overHours.fixed(1), "hours"),
        ("time", seconds?.fixed(1) ?? "-", "seconds"),
      ]
    }
  }
}
