import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

@Suite("What is told of crossings before they settle")
struct CrossingNoticeTests {
  /// What became known, and at which frame.
  private struct Telling {
    var notices: [(frame: Int, notice: CrossingNotice)] = []
    var crossings: [(frame: Int, crossing: Crossing)] = []
  }

  /// Five looks a second, as a live camera has them.
  private func watch(_ walks: [Walk], jitter: Double = 0, seed: UInt64 = 1) -> Telling {
    var generator = SeededGenerator(seed: seed)
    var analyzer = CameraAnalyzer(
      scene: TestCamera.scene, size: TestCamera.size, series: [(.seconds(60), .zero)], givesNotice: true)
    var telling = Telling()
    func take(frame: Int) {
      for case .crossing(let crossing) in analyzer.takeEvents() {
        telling.crossings.append((frame, crossing))
      }
      for notice in analyzer.takeNotices() { telling.notices.append((frame, notice)) }
    }
    for frame in 1...150 {
      let time = Double(frame - 1) / 5
      let snapshots = walks.compactMap { walk in
        walk.snapshot(
          at: time, offset: Point(jitter > 0 ? .random(in: -jitter...jitter, using: &generator) : 0, 0))
      }
      analyzer.observe(
        snapshots,
        in: FrameStamp(number: frame, time: MediaTime(seconds: time), duration: .milliseconds(200)))
      take(frame: frame)
    }
    _ = analyzer.finish()
    take(frame: 151)
    return telling
  }

  @Test(
    "whoever crosses slowly is told of at the first look beyond the line, and once more when it is certain")
  func slow() throws {
    // 20 pixels a second: half a height, 50 pixels, takes longer than a second and a half. On the line at 4 s.
    let telling = watch([Walk(corners: [(0, Point(240, 250)), (20, Point(640, 250))])])
    let notice = try #require(telling.notices.first)
    let crossing = try #require(telling.crossings.first)
    #expect(telling.notices.count == 1 && telling.crossings.count == 1)
    #expect(notice.notice == .provisional(crossing.crossing))
    #expect(notice.frame == 22 && crossing.crossing.direction == .out)
    #expect(abs(crossing.crossing.time.seconds - 4) < 1e-6)
    #expect(crossing.frame - notice.frame == 7)
  }

  @Test("whoever is at once far beyond the line is told of once, as a crossing")
  func fast() {
    let telling = watch([Walk(corners: [(0, Point(100, 250)), (1, Point(600, 250))])])
    #expect(telling.notices.isEmpty && telling.crossings.count == 1)
  }

  @Test("whoever turns back is withdrawn once clear of the line, and counts nowhere")
  func turning() throws {
    let walk = Walk(corners: [(0, Point(280, 250)), (2, Point(330, 250)), (6, Point(230, 250))])
    let telling = watch([walk])
    #expect(telling.crossings.isEmpty)
    try #require(telling.notices.count == 2)
    let told = telling.notices[0].notice.crossing
    #expect(telling.notices.map(\.notice) == [.provisional(told), .withdrawn(told)])
    // At 10 pixels, a tenth of the height, before the line: 310 is reached at 2.8 s.
    #expect(telling.notices[1].frame == 15)
  }

  @Test("whoever is lost at the line is withdrawn")
  func lost() {
    let telling = watch([Walk(corners: [(0, Point(300, 250)), (5, Point(322, 250))])])
    #expect(telling.crossings.isEmpty && telling.notices.count == 2)
    if case .withdrawn? = telling.notices.last?.notice {} else { #expect(Bool(false), "\(telling.notices)") }
  }

  @Test("nobody is told of before they are believed in, and then at once")
  func unconfirmed() {
    let corners = [(seconds: 0.0, foot: Point(240, 250)), (seconds: 20.0, foot: Point(640, 250))]
    let late = watch([Walk(corners: corners, confirmedAfter: 5)])
    #expect(late.notices.map(\.frame) == [26] && late.crossings.count == 1)
    let never = watch([Walk(corners: corners, confirmedAfter: 99)])
    #expect(never.notices.isEmpty && never.crossings.isEmpty)
  }

  @Test(
    "each is closed once, by the crossing of the same person, line and way, or withdrawn", arguments: 1...40)
  func closed(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let walks = (1...8).map { track in
      Walk(
        track: track,
        corners: (0...6).map { corner in
          (
            Double(corner * 4) + Double(track) / 10,
            Point(
              .random(in: 250...390, using: &generator), .random(in: 60...440, using: &generator))
          )
        }, confirmedAfter: .random(in: 0...6, using: &generator))
    }
    let telling = watch(walks, jitter: 8, seed: seed)
    var open: [TrackID: Crossing] = [:]
    // Of one moment, what has settled is told first.
    for frame in 1...151 {
      for (at, crossing) in telling.crossings where at == frame {
        guard let told = open.removeValue(forKey: crossing.track) else { continue }
        #expect(told.direction == crossing.direction && told.time <= crossing.time)
      }
      for (at, notice) in telling.notices where at == frame {
        switch notice {
        case .provisional(let crossing):
          #expect(open.updateValue(crossing, forKey: crossing.track) == nil, "frame \(frame)")
        case .withdrawn(let crossing):
          #expect(open.removeValue(forKey: crossing.track) == crossing, "frame \(frame)")
        }
      }
    }
    #expect(open.isEmpty && !telling.notices.isEmpty)
  }
}
