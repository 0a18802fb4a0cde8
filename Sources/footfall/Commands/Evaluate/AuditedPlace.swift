import FootfallCore
import FootfallEvaluation

/// The tally of one camera, line and direction in a `footfall.count-audit/1`.
struct AuditedPlace: Codable {
  let camera: String
  let line: String
  let direction: String
  let truth: Int
  let counted: Int
  let matches: Int

  init(_ tally: CountTally) {
    camera = tally.place.camera
    line = tally.place.line
    direction = tally.place.direction.rawValue
    truth = tally.truth
    counted = tally.counted
    matches = tally.matches
  }

  /// The tally; nil where the numbers contradict each other or the direction is none.
  var tally: CountTally? {
    guard let way = CountingLine.Direction(rawValue: direction), matches >= 0,
      matches <= min(truth, counted)
    else { return nil }
    return CountTally(
      place: .init(camera: camera, line: line, direction: way), truth: truth, counted: counted,
      matches: matches)
  }
}
