import ArgumentParser
import FootfallExport
import FootfallPlanning
import Logging

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether a shift plan keeps every rule, what it costs and where people are missing.",
    discussion: """
      PLAN.json is what schedule writes, or a plan made by hand in the same form (schemas/): shifts with role, start, \
      end, breaks and employee. Every rule of the staff file is checked, and the objective is computed anew from the \
      shifts alone. Where people are missing, the rule that keeps each employee away is named.

      A plan that breaks a rule, or states paid minutes, costs, cover or an objective that its shifts do not give, ends with status 65 and a line for \
      each fault. --json prints footfall.plan-check/1.

      Example:
        footfall check plan.json --staff staff.yaml
      """)

  @Argument(help: ArgumentHelp("The plan.", valueName: "plan"))
  var plan: String

  @Option(help: ArgumentHelp("The staff file.", valueName: "file"))
  var staff: String

  @Option(
    help: ArgumentHelp(
      "What requirements wrote: how many people are needed, instead of what the plan says of it.",
      valueName: "file"))
  var requirements: String?

  @Option(
    help: ArgumentHelp("The plan that was out before, for what changes cost.", valueName: "file"))
  var previous: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var log: LogOptions

  func run() throws {
    log.logger.info("checking", metadata: ["plan": "\(self.plan)", "staff": "\(self.staff)"])
    let staff = try StaffFile(contentsOfFile: staff)
    let checked = try CheckedPlan(self, staff: staff)
    staff.warnings(about: checked.report.problem).forEach(Warning.print)
    if json {
      guard let document = checked.document else {
        throw CommandError.unknownTimeZone(
          checked.report.problem.horizon.timeZone, "cannot tell the times of \(plan)")
      }
      try StandardOutput.write(json: document)
    } else {
      try StandardOutput.write([UInt8](PlanCheckText(checked).text.utf8))
    }
    let faults = checked.report.violations.count + checked.mismatches.count
    if faults > 0 {
      throw CommandError(
        "\(plan) does not keep to the rules: \(faults) \(faults == 1 ? "fault" : "faults"), allowed: none",
        .badData)
    }
  }
}
