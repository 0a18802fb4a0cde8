public import FootfallLayout
internal import Foundation

/// What `footfall layout suggest` prints, schema `footfall.layout-suggestion/1`.
public struct SuggestionDocument: Codable, Hashable, Sendable {
  /// The name and version of this form.
  public static let schemaName = "footfall.layout-suggestion/1"

  let schema: String
  /// Whether it is proved that the model has no better placements.
  let proved: Bool
  /// Of the placement of now; null where a scene stands nowhere.
  let valueNow: Double?
  let alternatives: [Alternative]
  let assumptions: [String]
  let measureNext: [String]

  struct Alternative: Codable, Hashable, Sendable {
    let rank: Int
    /// A number of the model, not of sales.
    let value: Double
    let placement: [Place]
    let moves: Int
  }

  struct Place: Codable, Hashable, Sendable {
    let scene: String
    let zone: String
    let from: String?
  }

  /// Writes down placements.
  /// - Parameters:
  ///   - placements: the zone of each scene, by falling value.
  ///   - isProved: whether there are no better ones.
  ///   - hasExposures: whether exposures were measured.
  ///   - notes: what else is taken for granted.
  public init(
    _ problem: LayoutProblem, placements: [[Int]], isProved: Bool, hasExposures: Bool, notes: [String] = []
  ) {
    schema = Self.schemaName
    proved = isProved
    valueNow = problem.valueNow
    alternatives = placements.enumerated().map { rank, zones in
      Alternative(
        rank: rank + 1, value: problem.value(of: zones),
        placement: problem.scenes.enumerated().map { index, scene in
          Place(
            scene: scene.id, zone: problem.zones[zones[index]].id,
            from: scene.zone.map { problem.zones[$0].id })
        }, moves: zip(problem.scenes, zones).count { $0.0.zone != $0.1 })
    }
    let ignorance =
      problem.distinguishes
      ? [] : ["Nothing is known of what belongs together or draws: to the model all placements are the same."]
    assumptions =
      notes + ignorance + [
        "People keep their ways: what share of them comes to a zone, or to two, depends on the zone and not on what stands there.",
        "Affinities are those of now, when scenes stood elsewhere; they are not effects of standing close.",
        hasExposures
          ? "Exposures are shares of visitors who came to both zones."
          : "Exposures are not measured but fall with the distance between zones, to 1/e in 10 m.",
        "The value is a number of this model. It says nothing of sales.",
      ]
    measureNext = SuggestionDocument.measureNext(problem, placements)
  }

  private static func measureNext(_ problem: LayoutProblem, _ placements: [[Int]]) -> [String] {
    guard let best = placements.first else { return [] }
    let moved = problem.scenes.indices.filter { problem.scenes[$0].zone != best[$0] }
    var lines = moved.prefix(3).map { scene in
      "Draw and stops of zone \(problem.zones[best[scene]].id), for \(problem.scenes[scene].id), for two weeks or more "
        + "before and after the move."
    }
    if !moved.isEmpty {
      lines.append(
        "Plan the test first (layout plan-test), keep a zone as control, and compare with layout compare --control."
      )
    }
    return lines
  }

  /// Reads the JSON text of a document.
  /// - Throws: where it is no JSON, of another schema, or a member is missing or of another type.
  public init(_ bytes: [UInt8]) throws(DocumentError) {
    self = try DocumentError.decode(SuggestionDocument.self, from: bytes, schema: Self.schemaName)
    guard schema == Self.schemaName else {
      throw DocumentError("/schema", "is '\(schema.prefix(40))'; allowed: \(Self.schemaName)")
    }
  }

  /// The zones that it names, each once, in order.
  public var zones: [String] {
    Set(alternatives.flatMap { $0.placement.flatMap { [$0.zone] + ($0.from.map { [$0] } ?? []) } }).sorted()
  }

  /// The same to read.
  public var text: String {
    func number(_ value: Double) -> String { String(format: "%.4g", value) }
    var lines = valueNow.map { ["now: model value \(number($0))"] } ?? []
    for alternative in alternatives {
      let noun = alternative.moves == 1 ? "move" : "moves"
      lines.append(
        "\(alternative.rank). model value \(number(alternative.value)), \(alternative.moves) \(noun)")
      for place in alternative.placement {
        let from = place.from == place.zone ? "" : place.from.map { " (now in \($0))" } ?? " (new)"
        lines.append("   \(place.scene) in \(place.zone)\(from)")
      }
    }
    lines.append(
      proved
        ? "It is proved that this model has no better placements."
        : "Found by search; it is not proved that there are no better placements.")
    lines += ["", "What this assumes:"] + assumptions.map { "- \($0)" }
    if !measureNext.isEmpty { lines += ["", "What to measure next:"] + measureNext.map { "- \($0)" } }
    return lines.joined(separator: "\n") + "\n"
  }
}
