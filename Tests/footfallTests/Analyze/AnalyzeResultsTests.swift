import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall analyze writes what its interface promises")
struct AnalyzeResultsTests {
  @Test("All result files appear, nothing else, and nothing is printed")
  func files() async throws {
    let run = try await FinishedRun.sound.value
    #expect(run.outcome.output.isEmpty && run.outcome.messages.isEmpty)
    #expect(
      run.files.keys.sorted() == [
        "detections-door.txt", "events.jsonl", "heatmap-door.csv", "heatmap-door.png", "report.html",
        "report.json", "store.db", "tracks-door.txt",
      ])
  }

  @Test(
    "report.json and every line of events.jsonl follow their schemas",
    .enabled(if: SchemaValidator.isAvailable))
  func schemas() async throws {
    let run = try await FinishedRun.sound.value
    #expect(try SchemaValidator.faults(of: run.text("report.json"), schema: "footfall.report-1").isEmpty)
    let events = try run.text("events.jsonl")
    #expect(events.split(separator: "\n").count == 10)
    #expect(try SchemaValidator.faults(of: events, schema: "footfall.event-1", inEachLine: true).isEmpty)
  }

  @Test(
    "An object of the report has the documented keys",
    arguments: [
      (
        "",
        [
          "schema", "metricVersion", "generator", "store", "timeZone", "storeOccupancy", "cameras",
          "performance",
        ]
      ),
      ("generator", ["name", "version"]),
      (
        "cameras.0",
        [
          "id", "source", "width", "height", "frames", "framesPerSecond", "start", "end", "coverage",
          "people", "staff", "entries",
          "lines", "zones", "queues", "heatmap", "series",
        ]
      ),
      ("cameras.0.lines.0", ["id", "in", "out", "traffic", "crossings"]),
      ("cameras.0.lines.0.traffic", ["in", "out", "excludedUturn", "excludedStaff"]),
      ("cameras.0.lines.0.crossings.0", ["time", "mediaSeconds", "frame", "direction", "track"]),
      (
        "cameras.0.zones.0",
        [
          "id", "visitors", "staff", "visits", "personSeconds", "dwell", "engaged", "engagedSeconds",
          "engagementRate", "bounceRate", "occupancy",
        ]
      ),
      (
        "cameras.0.zones.0.visits.0",
        ["track", "enterSeconds", "exitSeconds", "dwellSeconds", "end", "censored", "staff"]
      ),
      ("cameras.0.zones.0.dwell", ["median", "mean", "p90", "kaplanMeier"]),
      (
        "cameras.0.zones.0.dwell.kaplanMeier",
        ["p25", "median", "p75", "p90", "medianInterval", "visits", "censored"]
      ),
      ("cameras.0.heatmap", ["image", "data", "columns", "rows", "cellPixels"]),
      ("cameras.0.series.0", ["start", "end", "coverage", "lines", "occupancy"]),
      ("cameras.0.series.0.lines.entrance", ["in", "out"]),
      ("cameras.0.series.0.occupancy.table", ["mean", "max"]),
      (
        "performance",
        [
          "startSeconds", "wallSeconds", "finishSeconds", "framesPerSecond", "detectorRuns", "stages",
          "peakMemoryBytes", "engine", "precision", "model",
        ]
      ),
      ("performance.stages", ["decode", "detect", "track", "analyze"]),
      ("performance.stages.decode", ["median", "p95"]),
    ])
  func keys(path: String, keys: [String]) async throws {
    var value = try JSONSerialization.jsonObject(with: try await FinishedRun.sound.value.bytes("report.json"))
    for step in path.split(separator: ".") {
      if let index = Int(step) {
        value = try #require((value as? [Any])?[index])
      } else {
        value = try #require((value as? [String: Any])?[String(step)])
      }
    }
    let object = try #require(value as? [String: Any])
    #expect(Set(keys).isSubset(of: object.keys))
  }

  // The walks and the geometry give these numbers by hand: x = 80 is met after 3.611 and 4.45 s.
  @Test("Crossings, visits and times are those of the people in the film")
  func numbers() async throws {
    let report = try await FinishedRun.sound.value.report()
    let camera = try #require(report.cameras.first)
    #expect(camera.id == "door" && camera.source == "film.y4m" && camera.width == 160 && camera.height == 120)
    #expect(camera.frames == 80 && camera.framesPerSecond == 10 && camera.coverage == 1 && camera.people == 2)
    #expect(camera.start == "2026-11-23T09:00:00.000+00:00" && camera.end == "2026-11-23T09:00:08.000+00:00")
    let line = try report.line("entrance")
    #expect(line.in == 1 && line.out == 1)
    #expect(line.crossings.map(\.direction) == ["out", "in"])
    #expect(zip(line.crossings.map(\.mediaSeconds), [3.611, 4.45]).allSatisfy { abs($0 - $1) < 0.1 })
    // The first frame that shows the person beyond the line.
    #expect(line.crossings.map(\.frame) == [38, 46])
    #expect(
      line.crossings[0].time.hasPrefix("2026-11-23T09:00:03.") && line.crossings[0].time.hasSuffix("+00:00"))
    for (zone, dwells) in [("table", [2.5, 2.8]), ("shelf", [2.8, 2.5])] {
      let zone = try report.zone(zone)
      #expect(zone.visitors == 2)
      #expect(zip(zone.visits.map(\.dwellSeconds), dwells).allSatisfy { abs($0 - $1) < 0.15 })
      #expect(abs(zone.personSeconds - 5.3) < 0.15)
    }
  }

  @Test("Tracks have a row for every frame in which a person is there, from frame 1")
  func tracks() async throws {
    let rows = try await FinishedRun.sound.value.text("tracks-door.txt").split(separator: "\n").map {
      $0.split(separator: ",")
    }
    #expect(rows.allSatisfy { $0.count == 10 && $0[7...] == ["-1", "-1", "-1"] })
    let frames = Dictionary(grouping: rows, by: { $0[1] }).mapValues { $0.compactMap { Int($0[0]) } }
    #expect(frames["1"] == Array(1...76))
    #expect(frames["2"] == Array(11...80))
  }

  @Test("Frames in which the detector missed somebody are covered too")
  func gaps() async throws {
    let place = try AnalyzeWorkplace()
    let rows = AnalyzeWorkplace.detections().split(separator: "\n")
    let kept = rows.filter { row in
      !(30...36).contains(row.split(separator: ",").first.flatMap { Int($0) } ?? 0)
    }
    try place.write(Data(kept.joined(separator: "\n").utf8), to: "people.txt")
    try await place.analyze()
    let tracks = try place.text("out/tracks-door.txt").split(separator: "\n")
    let frames = tracks.filter { $0.contains(",1,") }.compactMap {
      $0.split(separator: ",").first.flatMap { Int($0) }
    }
    #expect(Set(1...76).isSubset(of: frames))
  }

  @Test("The three times of the report sum to the life of the process")
  func performance() async throws {
    let run = try await FinishedRun.sound.value
    let times = try run.report().performance
    #expect(times.startSeconds > 0 && times.wallSeconds > 0 && times.finishSeconds > 0)
    let sum = times.startSeconds + times.wallSeconds + times.finishSeconds
    // The kernel tells the start of a process in hundredths; what follows the report is on the safe side of a busy
    // machine.
    #expect(sum < run.seconds + 0.02 && sum > run.seconds - 1)
  }

  @Test("Pixels are in the heatmap's picture alone, and in the page that shows it")
  func privacy() async throws {
    let run = try await FinishedRun.sound.value
    let picture = try run.bytes("heatmap-door.png")
    let beginnings = [
      Data([0x89, 0x50, 0x4E, 0x47]), Data([0xFF, 0xD8, 0xFF]), Data("GIF8".utf8), Data("WEBP".utf8),
      Data("YUV4".utf8),
    ]
    #expect(picture.starts(with: beginnings[0]))
    for (name, content) in run.files where name != "heatmap-door.png" {
      for beginning in beginnings { #expect(content.range(of: beginning) == nil, "\(name)") }
    }
    let images = try run.text("report.html").components(separatedBy: "data:image/").dropFirst()
    #expect(images.count == 1)
    #expect(images.first?.hasPrefix("png;base64," + picture.base64EncodedString()) == true)
  }
}
