import ArgumentParser
import FootfallExport
import FootfallLayout

struct LayoutCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two layouts by what was measured while each stood.",
    discussion: """
      Before and after a change, with --control against what stayed as it was; or two layouts that stood in turns, by the \
      column layout of the values. The answer has an interval, and "inconclusive" is one. Only with a control, or where \
      the turns were drawn by lot (--randomised), may the change be called the reason.

      Examples:
        footfall layout compare --values days.csv --series north --control south --before 2026-01-05..2026-02-01 \
      --after 2026-02-02..2026-03-01
        footfall layout compare --values days.csv --layouts old,new --randomised --json
        footfall layout compare --db footfall.db --scene store.yaml --series table --before 2026-01-05..2026-02-01 \
      --after 2026-02-02..2026-03-01
        footfall layout compare --tracks tracks.csv --start 2026-01-05 --scene store.yaml --series table \
      --before 2026-01-05..2026-02-01 --after 2026-02-02..2026-03-01
      """)

  @OptionGroup var options: ExperimentOptions

  @Option(
    help: ArgumentHelp("The days before the change.", valueName: "from..to"),
    transform: DayPeriod.init(parsing:))
  var before: DayPeriod?

  @Option(
    help: ArgumentHelp("The days after it.", valueName: "from..to"),
    transform: DayPeriod.init(parsing:))
  var after: DayPeriod?

  @Option(
    help: ArgumentHelp("Two layouts that stood in turns, the one to compare with first.", valueName: "a,b"))
  var layouts: String?

  @Flag(help: "The turns were drawn by lot.")
  var randomised = false

  @Option(
    help: ArgumentHelp(
      "Say that cameras or zones are not the same in both, and how; without it such a comparison is refused.",
      valueName: "text"))
  var declareChange: String?

  @Option(help: ArgumentHelp("Looks planned with layout plan-test.", valueName: "number"))
  var looks = 1

  @Option(help: ArgumentHelp("Which of them this is. Default: the last.", valueName: "number"))
  var look: Int?

  @Option(help: ArgumentHelp("For the days drawn again and again.", valueName: "number"))
  var seed: UInt64 = 1

  @OptionGroup var log: LogOptions

  func validate() throws {
    guard (layouts == nil) == (before != nil && after != nil), (before == nil) == (after == nil) else {
      throw ValidationError("give either --before and --after, or --layouts")
    }
    if layouts != nil, !options.control.isEmpty {
      throw ValidationError("--control belongs to --before and --after; layouts in turns need none")
    }
    if let layouts {
      let names = layouts.split(separator: ",", omittingEmptySubsequences: false)
      guard names.count == 2, !names[0].isEmpty, !names[1].isEmpty, names[0] != names[1] else {
        throw ValidationError("--layouts is '\(layouts)'; allowed: two different names, like old,new")
      }
    }
    if let declareChange, declareChange.allSatisfy(\.isWhitespace) {
      throw ValidationError("--declare-change is empty; allowed: what changed, in words")
    }
    if layouts == nil, randomised { throw ValidationError("--randomised belongs to --layouts") }
    guard (1...20).contains(looks), (1...looks).contains(look ?? looks) else {
      throw ValidationError("--look is \(look ?? looks) of \(looks) looks; allowed: 1 to 20 looks")
    }
  }

  func run() throws {
    let file = try options.read(log)
    let (changed, controls) = try options.rows(of: file)
    let compared: Experiment
    let used: [DailyValues.Row]
    do throws(ExperimentFault) {
      (compared, used) = try experiment(changed, controls)
    } catch {
      throw error.error(file.path)
    }
    try checkChanges(used, of: file)
    let significance = SequentialPlan(looks: looks).significances[(look ?? looks) - 1]
    let comparison = compared.compared(
      significance: significance, geometryChanged: declareChange != nil, seed: seed)
    let document = ComparisonDocument(
      comparison, series: options.series ?? changed.first?.series ?? "", controls: options.control,
      declaredChange: declareChange, knowsGeometry: used.contains { !$0.geometry.isEmpty },
      isSimulated: file.isSimulated, looks: looks, look: look ?? looks)
    try ExperimentOutput.write(document, text: document.text, named: "comparison.json", options)
  }

  /// What is compared, and the rows that it is made of.
  private func experiment(
    _ changed: [DailyValues.Row], _ controls: [[DailyValues.Row]]
  ) throws(ExperimentFault) -> (Experiment, [DailyValues.Row]) {
    if let before, let after {
      let experiment = try Experiment(
        changed.map(\.value), before: before.days, after: after.days,
        controls: controls.map { $0.map(\.value) }, scale: options.scale)
      let used = (changed + controls.joined()).filter {
        before.days.contains($0.value.day) || after.days.contains($0.value.day)
      }
      return (experiment, used)
    }
    let names = (layouts ?? "").split(separator: ",").map(String.init)
    let (old, new) = (names.first ?? "", names.last ?? "")
    let experiment = try Experiment(
      baseline: changed.filter { $0.layout == old }.map(\.value),
      changed: changed.filter { $0.layout == new }.map(\.value), isRandom: randomised, scale: options.scale)
    return (experiment, changed.filter { [old, new].contains($0.layout) })
  }

  /// Refuses cameras and zones that changed, and layouts that changed within a period.
  private func checkChanges(_ rows: [DailyValues.Row], of file: DailyValues) throws {
    if declareChange == nil {
      try file.checkUnchanged(
        rows, "geometry", \.geometry,
        allowed: "the same cameras and zones in both, or --declare-change to say what changed")
    }
    for period in [before, after].compactMap({ $0?.days }) {
      try file.checkUnchanged(
        rows.filter { period.contains($0.value.day) }, "layout", \.layout,
        allowed: "one layout within a period; --layouts compares those that stood in turns")
    }
  }
}
