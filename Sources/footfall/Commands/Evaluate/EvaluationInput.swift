import FootfallEvaluation

/// Reads the files that are compared.
enum EvaluationInput {
  /// The boxes of the truth at `path`, of which at least one is in `frames`.
  /// - Throws: ``CommandError`` with `noInput` or `badData`.
  static func truth(at path: String, frames: ClosedRange<Int>?) throws -> [MOTRow] {
    let rows = try rows(at: path, ids: .oncePerFrame, what: "truth")
    guard rows.contains(where: { frames?.contains($0.frame) ?? true }) else {
      let place = frames.map { range in
        range.upperBound == .max
          ? " from frame \(range.lowerBound) on" : " in frames \(range.lowerBound) to \(range.upperBound)"
      }
      throw CommandError(
        "cannot evaluate: \(path): the truth has no box\(place ?? ""); at least one is needed", .badData)
    }
    return rows
  }

  /// The boxes of the file at `path`.
  /// - Throws: ``CommandError`` with `noInput` or `badData`.
  static func rows(
    at path: String, ids: MOTRows.IDRule, scores: ClosedRange<Double>? = nil, what: String
  ) throws -> [MOTRow] {
    let bytes = try InputFile.bytes(at: path)
    do {
      return try MOTRows.parse(bytes, ids: ids, scores: scores)
    } catch {
      throw commandError(error, in: path, what: what)
    }
  }

  /// The crossings of the truth at `path`, each with its line; no two are equal.
  /// - Parameter isOrdered: whether rows out of the order of time are refused too.
  /// - Throws: ``CommandError`` with `noInput` or `badData`.
  static func crossings(at path: String, isOrdered: Bool) throws -> [CrossingRows.Row] {
    let bytes = try InputFile.bytes(at: path)
    if bytes.isEmpty {
      throw CommandError(
        "cannot read the truth: \(path):1: the file is empty; allowed: a header "
          + "\(CrossingRows.columns.joined(separator: ",")) and rows", .badData)
    }
    do {
      let rows = try CrossingRows.parse(bytes)
      try CrossingRows.checkDistinct(rows)
      if isOrdered { try CrossingRows.checkOrder(rows) }
      return rows
    } catch {
      throw commandError(error, in: path, what: "truth")
    }
  }

  private static func commandError(_ error: RowError, in path: String, what: String) -> CommandError {
    CommandError("cannot read the \(what): \(path):\(error.line): \(error)", .badData)
  }
}
