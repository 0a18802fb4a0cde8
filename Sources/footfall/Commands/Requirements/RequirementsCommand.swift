public import ArgumentParser
import FootfallExport
import FootfallPlanning
import Logging

extension DemandLevel: ExpressibleByArgument {}

struct RequirementsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requirements",
    abstract: "How many people of each role every interval needs, from a forecast.",
    discussion: """
      FORECAST.json is what forecast writes. The rules say for each role how arrivals become heads: by entries an hour or \
      people present for each associate (STAR), by waiting times at tills and counters (Erlang C), or by tasks and minimum \
      cover alone. Each number carries its basis. With --roster the heads that a roster has and the gap are told beside. \
      Formulas, the rules file and limits: docs/planning.md; an example: samples/staffing/rules.yaml.

      Example:
        footfall requirements forecast.json --rules rules.yaml --level P80 > requirements.json
      """)

  @Argument(help: ArgumentHelp("The forecast.", valueName: "forecast.json"))
  var forecast: String

  @Option(help: ArgumentHelp("The rules as YAML.", valueName: "file"))
  var rules: String

  @Option(
    help: "The demand that is staffed for: half of the time less comes (P50), or four times in five (P80).")
  var level = DemandLevel.median

  @Option(
    help: ArgumentHelp(
      "Compare with this roster: CSV with start, end and role, or a plan.", valueName: "file"))
  var roster: String?

  @Option(
    help: ArgumentHelp(
      "Power hours: the busiest hours that hold this share of a week's traffic.", valueName: "share"))
  var powerShare = 0.4

  @Option(help: "The form of the output.")
  var format = ExportOptions.Format.json

  @Option(help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var out: String?

  @OptionGroup var log: LogOptions

  func validate() throws {
    guard powerShare > 0, powerShare <= 1 else {
      throw ValidationError("--power-share is \(powerShare); allowed: more than 0, up to 1")
    }
  }

  func run() throws {
    let rules = try RulesFile(contentsOfFile: rules)
    let run = try RequirementRun(forecast: forecast, rules: rules, level: level)
    let document = try run.document(roster: roster, powerShare: powerShare)
    log.logger.info("requirements", metadata: ["roles": "\(rules.rules.roles.count)"])
    try ResultFile.write(format == .json ? try document.encoded() : document.csv(), to: out)
  }
}
