import FootfallPlanning
import FootfallTestSupport
import Foundation
import Testing

@Suite("Erlang C")
struct ErlangCTests {
  private func queue(load: Double, servers: Int) throws -> ErlangC {
    try #require(ErlangC(arrivalsPerHour: load * 60, serviceSeconds: 60, servers: servers))
  }

  @Test("100 calls in half an hour of 180 s, 14 agents, as pyworkforce and the R package ErlangC document it")
  func callCentre() throws {
    let queue = try #require(ErlangC(arrivalsPerHour: 200, serviceSeconds: 180, servers: 14))
    #expect(abs(queue.load - 10) < 1e-9)
    #expect(abs(queue.waitProbability - 0.1741319335950498) < 1e-9)
    #expect(abs(queue.share(within: 20) - 0.8883500191794669) < 1e-9)
    #expect(abs(queue.meanWaitSeconds - 7.83593701) < 1e-8)
    #expect(abs(queue.occupancy - 0.7142857142857143) < 1e-9)
    let target = ServiceTarget(serviceSeconds: 180, share: 0.8, waitSeconds: 20, maximumOccupancy: 0.85)
    #expect(ErlangC.smallest(arrivalsPerHour: 200, meeting: target)?.servers == 14)
  }

  @Test("0.2 calls a second of 240 s, 55 agents (Mitan)")
  func mitan() throws {
    let queue = try #require(ErlangC(arrivalsPerHour: 720, serviceSeconds: 240, servers: 55))
    #expect(abs(queue.waitProbability - 0.2387009364) < 1e-9)
    #expect(abs(queue.meanWaitSeconds - 8.184) < 1e-3)
    #expect(abs(queue.share(within: 15) - 0.8458830922) < 1e-9)
  }

  /// Load, servers, probability to wait, mean queue length.
  private static let textbookCases: [(Double, Int, Double, Double)] = [
    (2, 3, 4.0 / 9, 8.0 / 9), (1.5, 2, 9.0 / 14, 27.0 / 14), (0.8, 1, 0.8, 3.2),
  ]

  @Test("Probabilities to wait and queue lengths of textbooks", arguments: textbookCases)
  func textbooks(load: Double, servers: Int, wait: Double, length: Double) throws {
    let queue = try queue(load: load, servers: servers)
    #expect(abs(queue.waitProbability - wait) < 1e-9)
    #expect(abs(queue.meanQueueLength - length) < 1e-9)
  }

  @Test("A thousand servers, and ten thousand, are no trouble")
  func many() throws {
    #expect(abs(try queue(load: 950, servers: 1000).waitProbability - 0.0682534154) < 1e-9)
    let most = try queue(load: 9999, servers: 10_000)
    #expect(most.waitProbability > 0.98 && most.waitProbability < 1)
  }

  @Test(
    "The tills of a store: 36 customers an hour of 150 s, 80 % within 120 s",
    arguments: [(2, 0.5691, 192.9), (3, 0.9287, 23.7), (4, 0.9899, 2.9)])
  func tills(servers: Int, share: Double, wait: Double) throws {
    let queue = try #require(ErlangC(arrivalsPerHour: 36, serviceSeconds: 150, servers: servers))
    #expect(abs(queue.share(within: 120) - share) < 5e-5)
    if servers < 4 { #expect(abs(queue.meanWaitSeconds - wait) < 0.05) }
    let target = ServiceTarget(serviceSeconds: 150, share: 0.8, waitSeconds: 120)
    #expect(ErlangC.smallest(arrivalsPerHour: 36, meeting: target)?.servers == 3)
  }

  @Test("The smallest number of servers meets the target, and one fewer does not")
  func smallest() throws {
    for load in [0.01, 0.3, 0.99, 1, 2.5, 7, 19, 64, 333] {
      for (share, wait, busy) in [(0.8, 20.0, 1.0), (0.99, 0, 1), (0.5, 300, 0.7)] {
        let target = ServiceTarget(
          serviceSeconds: 60, share: share, waitSeconds: wait, maximumOccupancy: busy)
        let queue = try #require(ErlangC.smallest(arrivalsPerHour: load * 60, meeting: target))
        #expect(queue.share(within: wait) >= share - 1e-9 && queue.occupancy <= busy + 1e-9)
        let fewer = ErlangC(arrivalsPerHour: load * 60, serviceSeconds: 60, servers: queue.servers - 1)
        if let fewer { #expect(fewer.share(within: wait) < share || fewer.occupancy > busy) }
      }
    }
  }

  @Test(
    "Without arrivals nobody is needed; a queue that grows for ever, and more than 10,000 servers, are none")
  func limits() throws {
    let target = ServiceTarget(serviceSeconds: 60, share: 0.8, waitSeconds: 20)
    let none = try #require(ErlangC.smallest(arrivalsPerHour: 0, meeting: target))
    #expect(
      none.servers == 0 && none.share(within: 0) == 1 && none.meanWaitSeconds == 0 && none.occupancy == 0)
    #expect(ErlangC(arrivalsPerHour: 60, serviceSeconds: 60, servers: 1) == nil)
    #expect(ErlangC(arrivalsPerHour: 61, serviceSeconds: 60, servers: 1) == nil)
    #expect(ErlangC.smallest(arrivalsPerHour: 60 * 10_001, meeting: target) == nil)
  }

  @Test("A load that equals the servers but for a rounding error is too much for them")
  func exactlyFull() {
    // 180 an hour of which 0.7 come, 200 s each, are 7 erlang, and a little less in doubles.
    let arrivals = 126.0.nextDown
    #expect(ErlangC(arrivalsPerHour: arrivals, serviceSeconds: 200, servers: 7) == nil)
    let patient = ServiceTarget(serviceSeconds: 200, share: 1e-12, waitSeconds: 0)
    #expect(ErlangC.smallest(arrivalsPerHour: arrivals, meeting: patient)?.servers == 8)
  }

  @Test("A million simulated customers wait as Erlang C says", arguments: [(3, 2.0), (8, 7.0)])
  func simulation(servers: Int, load: Double) throws {
    let queue = try queue(load: load, servers: servers)
    var generator = SeededGenerator(seed: 71)
    func exponential() -> Double { -log(1 - Double.random(in: 0..<1, using: &generator)) }
    var freeAt = [Double](repeating: 0, count: servers)
    var now = 0.0
    var (waited, late) = (0, 0)
    for _ in 0..<1_000_000 {
      now += exponential() / load
      // First come, first served: by the server that is free first.
      var first = 0
      for server in 1..<servers where freeAt[server] < freeAt[first] { first = server }
      let begin = max(now, freeAt[first])
      if begin > now { waited += 1 }
      if begin > now + 0.5 { late += 1 }
      freeAt[first] = begin + exponential()
    }
    #expect(abs(Double(waited) / 1e6 - queue.waitProbability) < 0.01)
    #expect(abs(1 - Double(late) / 1e6 - queue.share(within: 30)) < 0.01)
  }
}
