import FootfallTestSupport
import Foundation
import Testing

@Suite("heatmap")
struct HeatmapCommandTests {
  /// Four days of the film, one hour later each day, in one database.
  private func workplace(days: Int = 4) async throws -> FloorWorkplace {
    let workplace = try FloorWorkplace()
    for day in 0..<days {
      try await workplace.place.analyze(
        changing: ["--db": "store.db", "--start": "2026-11-\(23 + day)T0\(6 + day):30:00+00:00"])
    }
    return workplace
  }

  @Test("By day, each day's map holds what that day's analysis found")
  func byDay() async throws {
    let workplace = try await workplace(days: 2)
    let outcome = try await workplace.place.run(
      ["heatmap", "--db", "store.db", "--camera", "door", "--by", "day", "--out", "maps"])
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.errorOutput)")
    #expect(
      workplace.place.names(in: "maps") == [
        "heatmap-door-by-day.csv", "heatmap-door-day-2026-11-23.png", "heatmap-door-day-2026-11-24.png",
      ])
    let rows = try workplace.table("maps/heatmap-door-by-day.csv")
    let analysed = try workplace.table("out/floor-door.csv")
    let days = Dictionary(grouping: rows) { $0["day"] }
    #expect(Set(days.keys) == ["2026-11-23", "2026-11-24"])
    for day in days.values {
      #expect(day.count == analysed.count)
      #expect(Set(day.map { $0["observedSeconds"] }) == ["8.000"])
      let (found, expected) = (
        workplace.sum("personSeconds", of: day), workplace.sum("personSeconds", of: analysed)
      )
      #expect(expected > 5 && abs(found - expected) < 0.4, "\(found), \(expected)")
      // The log is exact to half a pixel: few squares differ, and by little.
      for (a, b) in zip(day, analysed) {
        #expect(a["xMetres"] == b["xMetres"] && a["yMetres"] == b["yMetres"])
        #expect((a["personSeconds"] == nil) == (b["personSeconds"] == nil))
      }
    }
  }

  @Test("By hour, the hours are those of the store's clock, and hours that nobody saw have no map")
  func byHour() async throws {
    let workplace = try await workplace(days: 2)
    let outcome = try await workplace.place.run(
      ["heatmap", "--db", "store.db", "--by", "hour", "--out", "maps"])
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    #expect(
      workplace.place.names(in: "maps") == [
        "heatmap-door-by-hour.csv", "heatmap-door-hour-06.png", "heatmap-door-hour-07.png",
      ])
    let rows = try workplace.table("maps/heatmap-door-by-hour.csv")
    #expect(Set(rows.map { $0["hour"] }) == ["06", "07"])
    // Eight seconds were seen: an hour of that is 450 times as much, on a quarter of a square metre 1800 times.
    for row in rows {
      guard let seconds = row["personSeconds"].flatMap({ Double($0) }) else { continue }
      let rate = try #require(row["personSecondsPerSquareMetreHour"].flatMap { Double($0) })
      #expect(abs(rate - seconds * 1800) < 1)
    }
  }

  @Test("A camera without a floor is mapped on its picture")
  func picture() async throws {
    let place = try AnalyzeWorkplace()
    try await place.analyze(changing: ["--db": "store.db"])
    let outcome = try await place.run(["heatmap", "--db", "store.db", "--by", "day", "--out", "maps"])
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    let text = try place.text("maps/heatmap-door-by-day.csv")
    #expect(text.hasPrefix("day,xPixels,yPixels,observedSeconds,personSeconds,personSecondsPerCellHour\r\n"))
    #expect(try place.bytes("maps/heatmap-door-day-2026-11-23.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test("Two periods of the same film do not differ; under two days nothing is tested")
  func compare() async throws {
    let workplace = try await workplace()
    let place = workplace.place
    func compare(_ before: String, _ after: String, to folder: String) async throws -> [[String: String]] {
      let outcome = try await place.run([
        "heatmap", "compare", "--db", "store.db", "--camera", "door", "--before", before, "--after", after,
        "--out",
        folder,
      ])
      #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.errorOutput)")
      #expect(place.names(in: folder) == ["heatmap-door-difference.csv", "heatmap-door-difference.png"])
      return try workplace.table("\(folder)/heatmap-door-difference.csv")
    }
    let pairs = try await compare("2026-11-23/2026-11-25", "2026-11-25/2026-11-27", to: "pairs")
    #expect(pairs.contains { $0["p"] != nil })
    #expect(pairs.allSatisfy { abs(Double($0["difference"] ?? "0") ?? 9) < 1 && $0["significant"] != "true" })
    #expect(pairs.contains { $0["before"] != nil } && pairs.contains { $0["before"] == nil })
    let single = try await compare("2026-11-23/2026-11-24", "2026-11-25/2026-11-27", to: "single")
    #expect(single.allSatisfy { $0["p"] == nil && $0["q"] == nil && $0["significant"] == nil })
    #expect(single.contains { $0["difference"] != nil })
  }

  @Test("Mistakes are one line and the right exit status, and leave nothing behind")
  func mistakes() async throws {
    let workplace = try await workplace(days: 1)
    let place = workplace.place
    func refuse(_ words: [String], _ status: Int32, _ parts: [String]) async throws {
      try await place.run(["heatmap"] + words + ["--out", "maps"]).expectRefusal(status, parts)
      #expect(!place.exists("maps"))
    }
    let maps = ["--db", "store.db", "--by", "day"]
    try await refuse(maps + ["--camera", "till"], 64, ["--camera is till; store shop has door"])
    try await refuse(["--db", "none.db", "--by", "day"], 66, ["none.db"])
    try await refuse(maps + ["--from", "2027-01-01"], 65, ["no recording of camera door in the time wanted"])
    try await refuse(["--db", "store.db", "--by", "week"], 64, ["week", "hour", "day"])
    let compare = ["compare", "--db", "store.db", "--camera", "door"]
    try await refuse(
      compare + ["--before", "2026-11-23", "--after", "2026-11-24/2026-11-25"], 64,
      ["--before is '2026-11-23'; expected FROM/TO, as in 2026-03-02/2026-03-09"])
    try await refuse(
      compare + ["--before", "2026-11-23/2026-11-25", "--after", "2026-11-24/2026-11-25"], 64,
      ["expected two periods that do not overlap"])
    try await refuse(
      compare + ["--before", "2026-11-23/soon", "--after", "2026-11-24/2026-11-25"], 64,
      ["the end of --before is soon"])
  }
}
