import FootfallEvaluation
import Foundation

/// The file in which marked crossings are kept.
struct CrossingsFile {
  let path: String

  /// The crossings in the file; none where there is no file yet.
  /// - Throws: ``CommandError`` where it can't be read, or holds what ``write(_:)`` would lose.
  func read() throws -> [CrossingRecord] {
    guard FileManager.default.fileExists(atPath: path) else {
      // Said now rather than after the first mark.
      try write([])
      return []
    }
    if CrossingRows.hasFurtherColumns(try InputFile.bytes(at: path)) {
      throw CommandError(
        "cannot go on with \(path):1: it has further columns, which would be lost; allowed: "
          + CrossingRows.columns.joined(separator: ","), .badData)
    }
    return try EvaluationInput.crossings(at: path, isOrdered: false).map(\.crossing)
  }

  /// Puts the crossings in the place of the file, in one step.
  /// - Throws: ``CommandError`` with status `io`.
  func write(_ crossings: [CrossingRecord]) throws {
    try ResultFile.write(CrossingText.encoded(crossings), to: path)
  }
}
