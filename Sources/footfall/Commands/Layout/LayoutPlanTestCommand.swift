import ArgumentParser
import FootfallCore
import FootfallExport
import FootfallLayout

struct LayoutPlanTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan-test",
    abstract: "How long a test of a layout has to be, before it is begun.",
    discussion: """
      From values of days on which nothing changed: how many weeks of each layout find an effect, and how small a change \
      each length can find. --looks plans looks at the test while it runs; --schedule draws by lot which layout stands on \
      which day, each weekday equally often.

      Examples:
        footfall layout plan-test --values days.csv --series north --control south --effect 0.1
        footfall layout plan-test --values days.csv --turns --effect 0.05 --looks 4 --schedule 2026-03-02 --weeks 8
      """)

  @OptionGroup var options: ExperimentOptions

  @Option(help: ArgumentHelp("The change to find, as a share of the mean.", valueName: "share"))
  var effect = 0.1

  @Option(help: ArgumentHelp("With which probability to find it.", valueName: "share"))
  var power = 0.8

  @Flag(help: "Layouts will stand in turns drawn by lot, not one after the other.")
  var turns = false

  @Option(help: ArgumentHelp("How often to look at the test.", valueName: "number"))
  var looks = 1

  @Option(help: ArgumentHelp("Draw the turns from that day on.", valueName: "date"))
  var schedule: String?

  @Option(help: ArgumentHelp("How many weeks to draw, an even number.", valueName: "number"))
  var weeks = 8

  @Option(help: ArgumentHelp("The lot.", valueName: "number"))
  var seed: UInt64 = 1

  @OptionGroup var log: LogOptions

  func validate() throws {
    guard effect > -1, effect != 0, effect <= 10 else {
      throw ValidationError("--effect is \(effect); allowed: from -1 to 10, and not 0")
    }
    guard power > 0.05, power < 1 else {
      throw ValidationError("--power is \(power); allowed: more than 0.05 and less than 1")
    }
    guard (1...20).contains(looks) else { throw ValidationError("--looks is \(looks); allowed: 1 to 20") }
    guard weeks > 0, weeks % 2 == 0, weeks <= 104 else {
      throw ValidationError("--weeks is \(weeks); allowed: even numbers from 2 to 104")
    }
    if schedule != nil, !turns { throw ValidationError("--schedule belongs to --turns") }
    if turns, !options.control.isEmpty {
      throw ValidationError("--control belongs to layouts one after the other; turns need none")
    }
    if let schedule, ClockText.days(schedule) == nil {
      throw ValidationError("--schedule is '\(schedule)'; allowed: a date like 2026-03-02")
    }
  }

  func run() throws {
    let file = try options.read(log)
    let (changed, controls) = try options.rows(of: file)
    let rows = changed + controls.joined()
    try file.checkUnchanged(
      rows, "geometry", \.geometry, allowed: "days on which cameras and zones stayed as they were")
    try file.checkUnchanged(rows, "layout", \.layout, allowed: "days of one layout")
    let plan: TestPlan
    do throws(ExperimentFault) {
      plan = try TestPlan(
        past: changed.map(\.value), controls: controls.map { $0.map(\.value) },
        kind: turns ? .randomised : controls.isEmpty ? .beforeAfter : .controlled, scale: options.scale,
        share: effect)
    } catch {
      throw error.error(file.path)
    }
    var generator = SplitMix64(seed: seed)
    let turns = schedule.flatMap(ClockText.days).map { day in
      (firstDay: day, isChanged: LayoutSchedule.drawn(pairs: weeks / 2, using: &generator))
    }
    let document = TestPlanDocument(
      plan, share: effect, power: power, looks: SequentialPlan(looks: looks), schedule: turns,
      isSimulated: file.isSimulated)
    try ExperimentOutput.write(document, text: document.text, named: "test-plan.json", options)
  }
}
