import FootfallAnalytics
import FootfallCore
import FootfallEvaluation
import FootfallExport
import Foundation

/// How well lines are counted, as a `footfall.count-audit/1` states it.
struct CountAccuracy {
  /// The probability with which the intervals hold the true numbers.
  static let level = 0.9

  private let path: String
  private var tallies: [CrossingRecord.Place: CountTally] = [:]

  /// Reads what `evaluate counts --json` wrote.
  /// - Throws: ``CommandError`` with `noInput` or `badData`.
  init(at path: String) throws {
    self.path = path
    let bytes = try InputFile.bytes(at: path)
    let audit: Document
    do {
      audit = try JSONDecoder().decode(Document.self, from: Data(bytes))
    } catch {
      throw CommandError(
        "cannot read the audit: \(path): the content is no \(CountAudit.schema); "
          + "allowed: what evaluate counts --json writes", .badData)
    }
    guard audit.schema == CountAudit.schema else {
      throw CommandError(
        "cannot read the audit: \(path): /schema is '\(audit.schema)'; allowed: \(CountAudit.schema)",
        .badData)
    }
    for (index, place) in audit.places.enumerated() {
      guard let tally = place.tally, tallies.updateValue(tally, forKey: tally.place) == nil else {
        throw CommandError(
          "cannot read the audit: \(path): /places/\(index) has \(place.matches) matches of \(place.truth) true "
            + "and \(place.counted) counted, direction '\(place.direction)'; allowed: no more matches than of "
            + "either, in or out, each place once", .badData)
      }
    }
  }

  private struct Document: Decodable {
    let schema: String
    let places: [AuditedPlace]
  }

  /// Refuses an audit of other lines than those that will be counted: a misspelt id, most likely.
  func checkKnows(_ cameras: [String], of scene: SceneFile) throws {
    let known = try cameras.flatMap { id in
      try scene.camera(id: id).lines.map { (camera: id, line: $0.id.value) }
    }
    let isOfUse = tallies.keys.contains { place in known.contains { $0 == (place.camera, place.line) } }
    guard !isOfUse else { return warn(of: known) }
    let lines = known.map { "\($0.camera) \($0.line)" }.joined(separator: ", ")
    throw CommandError(
      "cannot use the audit: \(path): it has no line of this analysis; the scene has: "
        + (lines.isEmpty ? "none" : lines), .badData)
  }

  /// Says of which lines the counts get no interval.
  private func warn(of lines: [(camera: String, line: String)]) {
    for (camera, line) in lines {
      for direction in [CountingLine.Direction.in, .out] {
        let place = CrossingRecord.Place(camera: camera, line: line, direction: direction)
        let matches = tallies[place]?.matches ?? 0
        guard matches < CountTally.fewestMatches else { continue }
        Warning.print(
          "\(path): \(matches) crossings \(direction.rawValue) at line \(line) of camera \(camera) were audited and found; "
            + "counts of fewer than \(CountTally.fewestMatches) get no interval")
      }
    }
  }

  /// How often the counts of the entrances are wrong: by the audit of those that were audited.
  ///
  /// Shares are the means of Beta distributions after Jeffreys' prior, so that a short audit never says "always right".
  func errors(atEntrancesOf scene: SceneFile) -> FlowErrors {
    let entrances = scene.cameras.flatMap { camera in
      camera.lines.filter { $0.kind == .entrance }.map { (camera: camera.id.value, line: $0.id.value) }
    }
    func errors(_ direction: CountingLine.Direction) -> CountErrors {
      let audited = tallies.values.filter { tally in
        tally.place.direction == direction
          && entrances.contains { $0 == (tally.place.camera, tally.place.line) }
      }
      let matches = Double(audited.reduce(0) { $0 + $1.matches })
      guard matches > 0 else { return .unaudited }
      let truth = Double(audited.reduce(0) { $0 + $1.truth })
      let counted = Double(audited.reduce(0) { $0 + $1.counted })
      return CountErrors(
        missed: 1 - (matches + 0.5) / (truth + 1), spurious: 1 - (matches + 0.5) / (counted + 1))
    }
    return FlowErrors(entries: errors(.in), exits: errors(.out))
  }

  /// Puts an interval around every count of an audited line.
  func addIntervals(to document: inout ReportDocument) {
    var known: [Key: ClosedRange<Int>?] = [:]
    func interval(
      _ camera: String, _ line: String, _ direction: CountingLine.Direction, _ count: Int?, coverage: Double
    ) -> ReportDocument.Interval.CountInterval? {
      let place = CrossingRecord.Place(camera: camera, line: line, direction: direction)
      guard let count, let tally = tallies[place] else { return nil }
      let key = Key(place: place, count: count, coverage: coverage)
      let range = known[key] ?? tally.interval(ofCount: count, coverage: coverage, level: Self.level)
      known[key] = .some(range)
      return range.map { .init($0, level: Self.level) }
    }
    for camera in document.cameras.indices {
      let id = document.cameras[camera].id
      for index in document.cameras[camera].series.indices {
        let coverage = document.cameras[camera].series[index].coverage
        for (line, tally) in document.cameras[camera].series[index].lines {
          let entries = interval(id, line, .in, tally.in, coverage: coverage)
          let exits = interval(id, line, .out, tally.out, coverage: coverage)
          guard entries != nil || exits != nil else { continue }
          document.cameras[camera].series[index].lines[line]?.interval = .init(in: entries, out: exits)
        }
      }
    }
  }

  /// Many intervals of a day have the same count.
  private struct Key: Hashable {
    let place: CrossingRecord.Place
    let count: Int
    let coverage: Double
  }
}
