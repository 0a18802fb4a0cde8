import FootfallCore
import FootfallEvaluation
import Foundation

/// The accuracy of counts as JSON, `footfall.count-audit/1`: what `evaluate counts` prints and `analyze --audit` reads.
struct CountAudit {
  /// The schema that is written and understood.
  static let schema = "footfall.count-audit/1"

  private let scores: CountScores

  init(_ scores: CountScores) { self.scores = scores }
}

extension CountAudit: Encodable {
  private enum Key: String, CodingKey {
    case schema, bias, mape, precision, recall, equivalent, interval, truth, counted, matches, places
  }

  /// By hand, because a missing figure is `null` and not left out.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Self.schema, forKey: .schema)
    try container.encode(scores.bias, forKey: .bias)
    try container.encode(scores.mape, forKey: .mape)
    try container.encode(scores.precision, forKey: .precision)
    try container.encode(scores.recall, forKey: .recall)
    try container.encode(scores.isEquivalent, forKey: .equivalent)
    try container.encode(scores.interval.map { [$0.lowerBound, $0.upperBound] }, forKey: .interval)
    try container.encode(scores.truth, forKey: .truth)
    try container.encode(scores.counted, forKey: .counted)
    try container.encode(scores.matches, forKey: .matches)
    try container.encode(scores.places.map(AuditedPlace.init), forKey: .places)
  }
}
