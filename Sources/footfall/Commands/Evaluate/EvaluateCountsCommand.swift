import ArgumentParser
import FootfallCore
import FootfallEvaluation
import Logging

struct EvaluateCountsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counts",
    abstract: "Accuracy of counted crossings.",
    discussion: """
      CROSSINGS.csv, which audit writes, has the columns camera, line, mediaSeconds and direction (in or out), the rows \
      of a line and direction in the order of time and each once. A counted crossing is right \
      when a true one of the same camera, line and direction is within 1 s, one to one. The truth is taken to be \
      complete: a crossing of a line that it does not name is false, unless --line leaves the line out.

      bias is (counted - true) / true; mape is the mean of |counted - true| / max(true, 1) over camera, line, \
      direction and quarter of an hour. interval holds the bias with 90 % confidence; equivalent says that it lies \
      within ±delta. Without any error that takes at least 55 true crossings at the default delta of 0.05. All are \
      shares of 1. places holds the numbers behind them for each camera, line and direction: keep the JSON, and \
      analyze --audit puts an interval around every count.

      Example:
        footfall evaluate counts --truth crossings.csv --report out/report.json --json > audit.json
      """)

  @Option(help: ArgumentHelp("True crossings as CSV.", valueName: "file"))
  var truth: String

  @Option(help: ArgumentHelp("What analyze wrote: report.json.", valueName: "file"))
  var report: String

  @Option(help: ArgumentHelp("Look at this line only; may be repeated.", valueName: "id"))
  var line: [String] = []

  @Option(help: ArgumentHelp("The largest relative bias that is called equivalent.", valueName: "share"))
  var delta = CountScores.Parameters().delta

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if !(delta > 0 && delta < 1) {
      throw ValidationError("--delta is \(delta); allowed: more than 0 and less than 1")
    }
  }

  @OptionGroup var log: LogOptions

  func run() throws {
    log.logger.info("comparing", metadata: ["truth": "\(self.truth)", "report": "\(self.report)"])
    let truth = try EvaluationInput.crossings(at: truth, isOrdered: true)
    let counted = try CountedCrossings(at: report)
    try checkPlaces(truth, in: counted)
    var parameters = CountScores.Parameters()
    parameters.delta = delta
    let scores = CountScores(
      truth: truth.map(\.crossing).filter(isWanted), counted: counted.crossings.filter(isWanted),
      parameters: parameters)
    if json {
      try StandardOutput.write(json: CountAudit(scores))
    } else {
      try StandardOutput.write(table: table(scores))
    }
  }

  private func isWanted(_ crossing: CrossingRecord) -> Bool {
    line.isEmpty || line.contains(crossing.place.line)
  }

  /// A misspelt id would otherwise look like a line that was never counted.
  private func checkPlaces(_ truth: [CrossingRows.Row], in counted: CountedCrossings) throws {
    for row in truth {
      let place = row.crossing.place
      guard let lines = counted.linesOfCamera[place.camera] else {
        throw unknown(row, "camera", place.camera, Array(counted.linesOfCamera.keys))
      }
      if !lines.contains(place.line) { throw unknown(row, "line", place.line, lines) }
      if isWanted(row.crossing), let pointer = counted.blindness(camera: place.camera, line: place.line) {
        throw CommandError(
          "cannot compare: \(report): \(pointer) is null, for nothing of line '\(place.line)' could be seen; "
            + "allowed: lines that were counted (--line leaves others out)", .badData)
      }
    }
    let known = counted.linesOfCamera.values.flatMap(\.self)
    if let stranger = line.first(where: { !known.contains($0) }) {
      throw CommandError(
        "cannot evaluate: --line is '\(stranger)'; the report has: \(list(known))", .usage)
    }
  }

  private func unknown(
    _ row: CrossingRows.Row, _ what: String, _ value: String, _ known: [String]
  ) -> CommandError {
    CommandError(
      "cannot compare: \(truth):\(row.line): \(what) is '\(value)'; the report has: \(list(known))", .badData)
  }

  private func list(_ ids: [String]) -> String {
    ids.isEmpty ? "none" : Set(ids).sorted().joined(separator: ", ")
  }

  private func table(_ scores: CountScores) -> [(name: String, value: String, meaning: String)] {
    func text(_ value: Double?) -> String { value?.fixed(4) ?? "-" }
    let interval = scores.interval.map { "\($0.lowerBound.fixed(4)) … \($0.upperBound.fixed(4))" } ?? "-"
    let rows: [(name: String, value: String, meaning: String)] = [
      ("true", "\(scores.truth)", "crossings in the truth"),
      ("counted", "\(scores.counted)", "crossings in the report"),
      ("matched", "\(scores.matches)", "of these, the same crossing"),
      ("bias", text(scores.bias), "(counted - true) / true"),
      ("MAPE", text(scores.mape), "mean error by line, direction and quarter of an hour"),
      ("precision", text(scores.precision), "counted crossings that are true"),
      ("recall", text(scores.recall), "true crossings that were counted"),
      ("interval", interval, "of the bias, 90 %"),
      ("equivalent", scores.isEquivalent ? "yes" : "no", "the interval lies within ±\(delta)"),
    ]
    return rows + scores.places.map { row($0) }
  }

  private func row(_ tally: CountTally) -> (name: String, value: String, meaning: String) {
    let place = tally.place
    return (
      "\(place.camera) \(place.line) \(place.direction.rawValue)", tally.recall?.fixed(4) ?? "-",
      "recall: \(tally.matches) of \(tally.truth); precision \(tally.precision?.fixed(4) ?? "-"): "
        + "\(tally.matches) of \(tally.counted)"
    )
  }
}
