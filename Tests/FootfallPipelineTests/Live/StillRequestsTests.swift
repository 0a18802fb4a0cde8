import Testing

@testable import FootfallPipeline

@Suite("Pictures that are asked for")
struct StillRequestsTests {
  private let empty = StillRequests.Still(camera: 0, isEmpty: true)
  private let coarse = StillRequests.Still(camera: 0, isEmpty: false)
  private let other = StillRequests.Still(camera: 1, isEmpty: true)

  @Test("are made once for all who ask, for each camera and kind")
  func merged() {
    var requests = StillRequests()
    let now = ContinuousClock.now
    for _ in 0..<1000 { for still in [empty, coarse, other] { requests.want(still) } }
    let first = requests.due(at: now)
    #expect(first == [empty, coarse, other])
    let second = requests.due(at: now + .seconds(60))
    #expect(second.isEmpty)
  }

  @Test("wait where one was made less than a second ago, and are not forgotten")
  func pause() {
    var requests = StillRequests()
    let now = ContinuousClock.now
    requests.want(empty)
    _ = requests.due(at: now)
    requests.want(empty)
    requests.want(coarse)
    let atOnce = requests.due(at: now + .milliseconds(100))
    #expect(atOnce == [coarse])
    let early = requests.due(at: now + .milliseconds(999))
    #expect(early.isEmpty)
    let later = requests.due(at: now + .seconds(1))
    #expect(later == [empty])
  }
}
