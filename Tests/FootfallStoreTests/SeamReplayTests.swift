import FootfallAnalytics
import FootfallCore
import FootfallStore
import FootfallTestSupport
import Testing

@Suite("Seams in a track log")
struct SeamReplayTests {
  /// Frames of ten a second that follow each other after a pause.
  struct Part {
    var frames: Int
    var isBlank = false
    var pause = 0.0
  }

  private let scratch: ScratchStore
  private let store: EventStore
  private let walk = Walk(corners: [(0, Point(180, 300)), (1000, Point(180, 301))])

  init() throws {
    scratch = try ScratchStore()
    store = try scratch.open()
  }

  /// Analyses somebody who stands at the table as ``FootfallPipeline`` does: everybody is new after two seconds without a
  /// frame.
  private func analyzed(_ parts: [Part], isLive: Bool) -> RunRecord {
    var analyzer = CameraAnalyzer(
      scene: FilmedHall.scene, size: PixelSize(width: 640, height: 480),
      series: [(.seconds(60), MediaTime(seconds: -30))])
    var log = TrackLogWriter()
    var (number, seconds, track) = (0, 0.0, 1)
    for part in parts {
      seconds += part.pause
      if part.pause > 2 {
        analyzer.seam()
        track += 1
      }
      for _ in 0..<part.frames {
        number += isLive ? 5 : 1
        let stamp = FrameStamp(
          number: number, time: MediaTime(seconds: seconds),
          duration: part.isBlank ? .zero : .milliseconds(100))
        var people = walk.snapshot(at: seconds).map { [$0] } ?? []
        for index in people.indices { people[index].track = TrackID(track) }
        if part.isBlank { people.removeAll() }
        if part.isBlank { analyzer.pass(stamp) } else { analyzer.observe(people, in: stamp) }
        if part.isBlank, !isLive { log.pass(stamp) } else { log.append(people, in: stamp) }
        seconds += 0.1
      }
    }
    let (result, series) = analyzer.finish()
    return RunRecord(
      recording: Fixture.recording(media: isLive ? MediaFingerprint.live.text : "m"),
      analysis: Fixture.analysis(), result: result, minutes: series[0], tracks: log.finish())
  }

  @Test(
    "Visits that were under way when a recording went on are so when they are counted again",
    arguments: [
      ("a hole", [Part(frames: 30), Part(frames: 30, pause: 60)], [true, true]),
      ("a short hole", [Part(frames: 30), Part(frames: 30, pause: 1.5)], [true]),
      ("dark", [Part(frames: 30), Part(frames: 50, isBlank: true), Part(frames: 30)], [true, false]),
      (
        "a hole after dark",
        [Part(frames: 30), Part(frames: 50, isBlank: true), Part(frames: 30, pause: 60)], [true, true]
      ),
      (
        "a hole before dark",
        [Part(frames: 30), Part(frames: 50, isBlank: true, pause: 60), Part(frames: 30)], [true, true]
      ),
      (
        "a hole amid dark",
        [
          Part(frames: 30), Part(frames: 50, isBlank: true), Part(frames: 50, isBlank: true, pause: 60),
          Part(frames: 30),
        ], [true, true]
      ),
      (
        "a short hole amid dark",
        [
          Part(frames: 30), Part(frames: 50, isBlank: true), Part(frames: 50, isBlank: true, pause: 1.5),
          Part(frames: 30),
        ], [true, false]
      ),
    ] as [(label: String, parts: [Part], wasUnderWay: [Bool])], [false, true])
  func underWay(film: (label: String, parts: [Part], wasUnderWay: [Bool]), isLive: Bool) throws {
    let run = analyzed(film.parts, isLive: isLive)
    try store.record([run])
    let again = try FilmedHall.recomputed(run, with: FilmedHall.scene, in: store)
    let (visits, expected) = (again.result.zones[0].visits, run.result.zones[0].visits)
    #expect(expected.map(\.wasUnderWay) == film.wasUnderWay, "\(film.label)")
    #expect(visits.map(\.wasUnderWay) == film.wasUnderWay, "\(film.label)")
    #expect(visits.map(\.track) == expected.map(\.track), "\(film.label)")
    #expect(visits.map(\.end) == expected.map(\.end), "\(film.label)")
  }
}
