import FootfallTestSupport
import Foundation
import Testing

// The truth is that of the folder of shared data, counted in the hand-drawn boxes.
@Suite("footfall analyze on the PETS 2009 clip", .enabled(if: RealFootage.isPresent("pets09-s2l1")))
struct PetsFootageTests {
  @Test("Tracks and boxes are as good as the detector allows")
  func accuracy() async throws {
    let run = try await RealFootage.pets.value
    let tracks = try await RealFootage.scores(
      "tracks", of: run.bytes("tracks-view.txt"), in: "pets09-s2l1")
    #expect(try #require(tracks["hota"]) >= 67.5)
    #expect(try #require(tracks["mota"]) >= 89)
    let boxes = try await RealFootage.scores(
      "detections", of: run.bytes("detections-view.txt"), in: "pets09-s2l1")
    #expect(try #require(boxes["ap50"]) >= 0.86)
  }

  @Test("Of 22 crossings one may be amiss: another processor rounds otherwise")
  func lines() async throws {
    let report = try await RealFootage.pets.value.report()
    let errors = try [("A", 9, 7), ("B", 3, 3)].map { id, entries, exits in
      let line = try report.line(id)
      return abs(line.in - entries) + abs(line.out - exits)
    }
    #expect(errors.reduce(0, +) <= 1, "\(errors)")
  }

  @Test("The time spent in the zone is right to three hundredths")
  func zone() async throws {
    let zone = try await RealFootage.pets.value.report().zone("Z1")
    #expect(abs(zone.personSeconds - 105.5) <= 3.2)
  }

  @Test("A second run writes the same bytes, and so do its written detections")
  func repetition() async throws {
    let first = try await RealFootage.pets.value
    let second = try await RealFootage.run("pets09-s2l1")
    let place = try AnalyzeWorkplace()
    try place.write(try first.bytes("detections-view.txt"), to: "people.txt")
    let clip = RealFootage.path(of: "pets09-s2l1")
    let third = try await FinishedRun(
      of: AnalyzeWorkplace.arguments([clip], changing: ["--scene": nil], flags: ["--write-detections"]),
      in: place)
    #expect(try third.bytes("tracks-camera.txt") == first.bytes("tracks-view.txt"))
    for name in ["events.jsonl", "tracks-view.txt", "detections-view.txt"] {
      #expect(try second.bytes(name) == first.bytes(name), "\(name)")
    }
    #expect(try second.lastingReport() == first.lastingReport())
  }

  @Test("The three times sum to the life of the process, and the report says what ran")
  func performance() async throws {
    let run = try await RealFootage.pets.value
    let performance = try run.report().performance
    let sum = performance.startSeconds + performance.wallSeconds + performance.finishSeconds
    #expect(sum < run.seconds + 0.02 && sum > run.seconds * 0.95 - 0.2)
    #expect(performance.detectorRuns == 400 && performance.precision == "f32")
    #expect(performance.model == "yolov3-tiny")
    #expect(run.outcome.output.isEmpty && run.outcome.messages.isEmpty)
  }
}

@Suite(
  "footfall analyze on the clip of one person after another",
  .enabled(if: RealFootage.isPresent("one-by-one")))
struct OneByOneFootageTests {
  @Test("Three people leave")
  func exits() async throws {
    #expect(try await RealFootage.oneByOne.value.report().line("EXIT").out == 3)
  }

  @Test("The three stays at the table are right to two seconds")
  func dwell() async throws {
    let visits = try await RealFootage.oneByOne.value.report().zone("TABLE").visits
    let longest = visits.sorted { $0.dwellSeconds > $1.dwellSeconds }.prefix(3).sorted {
      $0.enterSeconds < $1.enterSeconds
    }
    #expect(longest.count == 3)
    #expect(
      zip(longest.map(\.dwellSeconds), [11.3, 19.7, 16.9]).allSatisfy { abs($0 - $1) <= 2 }, "\(visits)")
  }
}
