import ArgumentParser
import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallStore

struct HeatmapCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Map where people spent more or less time in one period than in another.",
    discussion: """
      DIR receives heatmap-CAMERA-difference.csv and .png: person-seconds for each hour seen and square metre, the mean of \
      the days of a period, and whether the difference is more than chance. Days are compared (Fisher's permutation test), \
      and at most one in twenty of the squares called significant is not (Benjamini and Hochberg). The others are drawn \
      faintly. Compare whole weeks: two days tell little, and fewer are not tested.

      Example:
        footfall heatmap compare --db footfall.db --camera door --before 2026-03-02/2026-03-16 \
      --after 2026-03-16/2026-03-30 --out difference
      """)

  @OptionGroup var options: HeatmapOptions

  @Option(
    help: ArgumentHelp(
      "The first period: FROM/TO in ISO 8601, TO being left out.", valueName: "period"))
  var before: String

  @Option(help: ArgumentHelp("The second period.", valueName: "period"))
  var after: String

  func run() throws {
    Interrupt.install()
    let (first, second) = (try source("--before", before), try source("--after", after))
    guard !first.milliseconds.overlaps(second.milliseconds) else {
      throw CommandError(
        "--before is \(before) and --after \(after); expected two periods that do not overlap", .usage)
    }
    let folder = try OutputFolder(at: options.out)
    for camera in first.cameras {
      try write(
        CameraHeat(camera: camera, in: first), CameraHeat(camera: camera, in: second),
        timeZone: first.summary.timeZone, to: folder)
    }
    try folder.publish()
  }

  private func source(_ option: String, _ period: String) throws -> ExportSource {
    let ends = period.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let form = "expected FROM/TO, as in 2026-03-02/2026-03-09"
    guard ends.count == 2, ends.allSatisfy({ !$0.isEmpty }) else {
      throw CommandError("\(option) is '\(period)'; \(form)", .usage)
    }
    let source = try options.source(
      from: ends[0], to: ends[1], period: ("the beginning of \(option)", "the end of \(option)"))
    guard !source.milliseconds.isEmpty else {
      throw CommandError("\(option) is '\(period)' and has no length; \(form)", .usage)
    }
    return source
  }

  private func write(
    _ before: CameraHeat, _ after: CameraHeat, timeZone: String, to folder: OutputFolder
  ) throws {
    guard before.cells == after.cells else {
      throw CommandError(
        "camera \(before.camera) had another floor or picture in one of the periods; recompute counts "
          + "all recordings with one scene", .badData)
    }
    func days(_ heat: CameraHeat) throws -> [HeatTally] {
      try heat.tallies(ClockStretches(heat.span, by: .day, timeZone: timeZone)).map(\.tally)
    }
    var generator = SplitMix64(seed: 1)
    let comparison = HeatComparison(before: try days(before), after: try days(after), using: &generator)
    let name = "heatmap-\(before.camera)-difference"
    try folder.write(HeatCSV.encoded(comparison, cells: before.cells), named: "\(name).csv")
    try folder.write(HeatDrawing(comparison, of: before).png(maximum: nil), named: "\(name).png")
  }
}
