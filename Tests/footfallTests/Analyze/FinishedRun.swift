import FootfallTestSupport
import Foundation
import Testing

/// A run that several tests look at, kept in memory.
struct FinishedRun: Sendable {
  var outcome: BuiltProgram.Outcome
  var files: [String: Data]

  /// The sound run of ``AnalyzeWorkplace``, with detections written and a database kept.
  static let sound = Task {
    let place = try AnalyzeWorkplace()
    return try await FinishedRun(
      of: AnalyzeWorkplace.arguments(changing: ["--db": "out/store.db"], flags: ["--write-detections"]),
      in: place)
  }

  init(
    of arguments: [String], in place: AnalyzeWorkplace, environment: [String: String] = [:]
  ) async throws {
    outcome = try await BuiltProgram.run(
      arguments, environment: environment, in: place.folder.url, limit: .seconds(300))
    try #require(outcome.status == 0, "\(outcome.errorOutput)")
    files = try place.content()
  }

  /// How long the process lived.
  var seconds: Double { outcome.life / .seconds(1) }

  func bytes(_ name: String) throws -> Data { try #require(files[name], "\(name)") }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func report() throws -> AnalyzedReport {
    try JSONDecoder().decode(AnalyzedReport.self, from: try bytes("report.json"))
  }

  /// The report without the part that differs from run to run, keys sorted.
  func lastingReport() throws -> Data {
    let object = try JSONSerialization.jsonObject(with: try bytes("report.json"))
    var report = try #require(object as? [String: Any])
    report["performance"] = nil
    return try JSONSerialization.data(withJSONObject: report, options: .sortedKeys)
  }
}
