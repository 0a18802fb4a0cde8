import ArgumentParser
import FootfallAnalytics
import FootfallExport
import FootfallPipeline
import FootfallStore

struct HeatmapMapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maps",
    abstract: "Map where people spent their time by hour of the day, or by day.",
    discussion: """
      DIR receives heatmap-CAMERA-by-hour.csv and a picture for each hour of the store's clock, \
      heatmap-CAMERA-hour-09.png, or the same by day. Colours are those of person-seconds for each hour seen and square \
      metre, on one scale for all pictures. An hour or a day of which nothing was seen has none.

      Example:
        footfall heatmap --db footfall.db --camera door --by day --from 2026-03-02 --to 2026-03-09 --out maps
      """)

  /// What divides the time.
  enum Division: String, CaseIterable, ExpressibleByArgument {
    /// The hours of the day, over all days.
    case hour
    /// The days.
    case day
  }

  @OptionGroup var options: HeatmapOptions

  @Option(help: "What divides the time: the hours of the day over all days, or the days.")
  var by: Division

  @Option(
    help: ArgumentHelp(
      "From this time on: ISO 8601, without offset in the store's local time. Default: all.",
      valueName: "time"))
  var from: String?

  @Option(help: ArgumentHelp("Up to this time, which is left out. Default: all.", valueName: "time"))
  var to: String?

  func run() throws {
    Interrupt.install()
    let source = try options.source(from: from, to: to)
    let folder = try OutputFolder(at: options.out)
    for camera in source.cameras {
      let heat = try CameraHeat(camera: camera, in: source)
      let tallies = try heat.tallies(
        ClockStretches(heat.span, by: by, timeZone: source.summary.timeZone))
      try write(tallies, of: heat, to: folder)
    }
    try folder.publish()
  }

  private func write(
    _ tallies: [(label: String, tally: HeatTally)], of heat: CameraHeat, to folder: OutputFolder
  ) throws {
    let name = "heatmap-\(heat.camera)"
    try folder.write(
      HeatCSV.encoded(tallies, by: by.rawValue, cells: heat.cells),
      named: "\(name)-by-\(by.rawValue).csv")
    let drawings = tallies.map { map in (map.label, HeatDrawing(map.tally, of: heat)) }
    let greatest = drawings.flatMap { $0.1.values.compactMap { $0 } }.max() ?? 0
    for (label, drawing) in drawings {
      try folder.write(
        drawing.png(maximum: greatest), named: "\(name)-\(by.rawValue)-\(label).png")
    }
  }
}
