import FootfallTestSupport
import Foundation
import Testing

@Suite("A camera that is covered")
struct CoveredCameraTests {
  @Test("gives a coverage of nothing and null for every count, never zero")
  func covered() async throws {
    let place = try AnalyzeWorkplace()
    let film = RawFootage.y4m(
      size: AnalyzeWorkplace.size, framesPerSecond: 10, frames: AnalyzeWorkplace.frames, isBlank: true)
    try place.write(film, to: "film.y4m")
    let outcome = try await place.analyze(
      changing: ["--detections": nil, "--model": "hog", "--db": "store.db"])
    #expect(outcome.messages.count == 1)
    #expect(outcome.errorOutput.contains("warning: door: 8.0 s are of one shade all over"))
    let report = try JSONSerialization.jsonObject(with: try place.bytes("out/report.json"))
    let camera = try #require(((report as? [String: Any])?["cameras"] as? [[String: Any]])?.first)
    #expect(camera["coverage"] as? Double == 0 && camera["frames"] as? Int == 80)
    let line = try #require((camera["lines"] as? [[String: Any]])?.first)
    let zone = try #require((camera["zones"] as? [[String: Any]])?.first)
    let interval = try #require((camera["series"] as? [[String: Any]])?.first)
    let tally = try #require((interval["lines"] as? [String: [String: Any]])?["entrance"])
    let durations = try #require((zone["dwell"] as? [String: Any])?["kaplanMeier"] as? [String: Any])
    let engagement = try #require(zone["engagementRate"] as? [String: Any])
    for (name, value) in [
      ("people", camera["people"]), ("staff", camera["staff"]), ("entries", camera["entries"]),
      ("in", line["in"]),
      ("out", line["out"]), ("traffic", line["traffic"]), ("visitors", zone["visitors"]),
      ("personSeconds", zone["personSeconds"]), ("tally in", tally["in"]), ("tally out", tally["out"]),
      ("transitions", camera["transitions"]), ("visits", durations["visits"]),
      ("censored", durations["censored"]), ("engaged of", engagement["denominator"]),
    ] { #expect(value is NSNull, "\(name) is \(String(describing: value))") }
    #expect(interval["coverage"] as? Double == 0)
    #expect(try place.text("out/report.html").contains("Nothing could be seen"))
    if SchemaValidator.isAvailable {
      #expect(
        try SchemaValidator.faults(of: place.text("out/report.json"), schema: "footfall.report-1") == [])
    }
    let feed = try await place.run([
      "export", "traffic", "--db", "store.db", "--from", "2026-11-23T09:00", "--to", "2026-11-23T09:15",
      "--format",
      "csv",
    ])
    #expect(feed.output.contains(",door,0.0000,,,,,,,,\r\n"), "\(feed.output)")
  }
}
