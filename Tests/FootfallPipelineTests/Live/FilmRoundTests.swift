import FootfallCore
import Testing

@testable import FootfallPipeline

@Suite("A film that is played as a camera")
struct FilmRoundTests {
  @Test(
    "begins anew once its last frame has been shown for as long as the one before, after a second at the soonest",
    arguments: [
      ("a still picture", 25.0, [0.0], 1.0),
      ("one slow frame", 0.5, [0], 2),
      ("no rate", nil, [0], 1),
      ("a short film", 10, [0, 0.1, 0.2], 1),
      ("the rate that it shows, not declares", 10, [0, 0.9, 1.7], 2.5),
      ("a long film", 25, (0..<100).map { Double($0) / 25 }, 4),
    ] as [(String, Double?, [Double], Double)])
  func end(label: String, framesPerSecond: Double?, times: [Double], end: Double) {
    var round = FilmRound(framesPerSecond: framesPerSecond)
    for time in times { round.show(MediaTime(seconds: time)) }
    #expect(abs(round.end.seconds - end) < 1e-6, "\(label)")
  }
}
