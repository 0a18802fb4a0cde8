import ArgumentParser
import FootfallExport
import FootfallLayout

struct LayoutReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Measure zones, ways and scenes.",
    discussion: """
      Trips come from a database that analyze or serve has written, or from tracks in metres: a CSV file with the columns \
      id, seconds, xMetres, yMetres and, if people of the staff are marked, staff; its zones are those of floorPlan in the \
      scene file, or those of cameras with a floor. DIR receives layout.json, a page in English and in Chinese \
      (layout.html, layout.zh.html) and layout-zones.csv, layout-moves.csv and layout-pairs.csv.

      Counts of fewer than ten people are withheld, and so is what they could be computed from.

      Examples:
        footfall layout report --db footfall.db --scene store.yaml --out layout
        footfall layout report --db footfall.db --scene store.yaml --comparison results/comparison.json --out layout
        footfall layout report --tracks tracks.csv --start 2026-03-02T08:00 --scene store.yaml --pos sales.csv --out layout
      """)

  @OptionGroup var input: TripOptions

  @Option(help: ArgumentHelp("The folder for the results, made where it is missing.", valueName: "dir"))
  var out: String

  @Option(
    help: ArgumentHelp(
      "What layout compare wrote, for the page; give it several times for several.", valueName: "file"))
  var comparison: [String] = []

  @Option(help: ArgumentHelp("What layout suggest wrote, for the page.", valueName: "file"))
  var suggestion: String?

  @OptionGroup var log: LogOptions

  func validate() throws {
    if !input.isGiven { throw ValidationError("give either --db or --tracks, and --scene") }
  }

  func run() throws {
    let (trips, measures, _) = try input.measured(log)
    var report = LayoutReport(
      store: trips.store, timeZone: trips.clock.timeZone, generatorVersion: Generator.version,
      source: input.tracks == nil ? .database : .tracks, measures: measures, densities: trips.densities)
    report.isSimulated = trips.isSimulated
    report.comparisons = try comparison.map { path in
      let bytes = try InputFile.bytes(at: path)
      return try DocumentInput.naming(path, "comparison") { () throws(DocumentError) in
        try ComparisonDocument(bytes)
      }
    }
    report.suggestion = try suggestion.map { try placements(at: $0, of: measures.plan) }
    // Whoever opens the database of a made-up store is told so already.
    for warning in report.warnings where input.db == nil || warning != .simulated {
      Warning.print(warning.text(.english))
    }
    try write(report)
  }

  /// Reads a suggestion.
  /// - Throws: where it is none, or names a zone that the plan has not.
  private func placements(at path: String, of plan: LayoutPlan) throws -> SuggestionDocument {
    let bytes = try InputFile.bytes(at: path)
    let suggestion = try DocumentInput.naming(path, "suggestion") { () throws(DocumentError) in
      try SuggestionDocument(bytes)
    }
    let known = plan.zones.map(\.id)
    if let other = suggestion.zones.first(where: { !known.contains($0) }) {
      throw CommandError(
        "cannot draw \(path): zone '\(other)' is not measured here\(NearestName.hint(for: other, among: known)) allowed: "
          + SceneParser.listed(known), .badData)
    }
    return suggestion
  }

  private func write(_ report: LayoutReport) throws {
    let folder = try OutputFolder(at: out)
    try folder.write(LayoutDocument(report).encoded(), named: "layout.json")
    for language in LayoutLanguage.allCases {
      try folder.write(LayoutPage(report, language).encoded(), named: language.pageName)
    }
    try folder.write(LayoutTables.zones(report), named: "layout-zones.csv")
    try folder.write(LayoutTables.moves(report), named: "layout-moves.csv")
    try folder.write(LayoutTables.pairs(report), named: "layout-pairs.csv")
    try folder.publish()
  }
}
