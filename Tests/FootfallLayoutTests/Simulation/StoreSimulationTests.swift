import FootfallAnalytics
import FootfallCore
import FootfallLayout
import Testing

@Suite("Made-up stores")
struct StoreSimulationTests {
  private let store: StoreModel
  private let visits: [[SimulatedVisit]]
  private static let days = 200

  init() {
    var generator = SplitMix64(seed: 5)
    store = StoreModel(zones: 7, using: &generator)
    var simulation = StoreSimulation(seed: 6)
    let store = store
    visits = (0..<Self.days).map { simulation.visits(to: store, on: $0) }
  }

  private var shoppers: [SimulatedVisit] {
    visits.joined().filter { !$0.isStaff && !$0.isCompanion }
  }

  @Test("Transitions, draw and dwell are recovered within their intervals")
  func recovery() throws {
    let shoppers = shoppers
    // 99.99 % each, for there are many of them.
    func isNear(_ count: Int, of total: Int, _ share: Double) -> Bool {
      let deviation = (Double(total) * share * (1 - share)).squareRoot()
      return abs(Double(count) - Double(total) * share) <= 4 * deviation + 1
    }
    var moves = [[Int]](repeating: .init(repeating: 0, count: 8), count: 8)
    for visit in shoppers {
      var row = 0
      for stop in visit.stops {
        moves[row][stop.zone] += 1
        row = stop.zone + 1
      }
      moves[row][7] += 1
    }
    for (row, probabilities) in store.transitions.enumerated() {
      #expect(abs(probabilities.reduce(0, +) - 1) < 1e-12)
      let total = moves[row].reduce(0, +)
      for (column, share) in probabilities.enumerated() {
        #expect(isNear(moves[row][column], of: total, share))
      }
    }
    for zone in store.zones.indices {
      let visitors = shoppers.count { $0.stops.contains { $0.zone == zone } }
      #expect(isNear(visitors, of: shoppers.count, store.draw(ofZone: zone)))
      let stays = shoppers.flatMap(\.stops).filter { $0.zone == zone }.map { $0.end - $0.begin }
      let mean = try #require(stays.mean)
      #expect(abs(mean / store.zones[zone].meanDwellSeconds - 1) < 4 / Double(stays.count).squareRoot())
    }
  }

  @Test("As many come as are asked for, more on some weekdays, and some of them in twos")
  func arrivals() throws {
    let counts = visits.map { Double($0.count { !$0.isStaff }) }
    #expect(abs(try #require(counts.mean) - 200) < 10)
    let saturdays = counts.indices.filter { ($0 + 3) % 7 == 5 }.map { counts[$0] }
    let sundays = counts.indices.filter { ($0 + 3) % 7 == 6 }.map { counts[$0] }
    #expect(try #require(saturdays.mean) > 1.6 * (try #require(sundays.mean)))
    let groups = Double(visits.joined().count { $0.isCompanion }) / Double(shoppers.count)
    #expect(abs(groups - 0.3) < 0.02)
    #expect(visits.allSatisfy { $0.count { $0.isStaff } == 2 })
  }

  @Test("A person is in the zone of a stop while it lasts, and in no other zone on the way")
  func positions() {
    for visit in visits[0].prefix(60) {
      let wanted = Set(visit.stops.map(\.zone))
      visit.positions(every: 0.5) { second, place in
        let zone = store.zones.firstIndex {
          ($0.corner.x...$0.corner.x + StoreModel.zoneSize.width).contains(place.x)
            && ($0.corner.y...$0.corner.y + StoreModel.zoneSize.depth).contains(place.y)
        }
        if let zone { #expect(wanted.contains(zone)) }
        for stop in visit.stops where stop.begin < second && second < stop.end { #expect(zone == stop.zone) }
      }
    }
  }

  @Test("A change makes a zone be gone to so many times as often, and a comparison finds its effect on draw")
  func change() throws {
    let zone = 2
    let changed = store.changed(zone: zone, factor: 1.5)
    for (old, new) in zip(store.transitions, changed.transitions) {
      #expect(abs(new[zone] - 1.5 * old[zone]) < 1e-12 && abs(new.reduce(0, +) - 1) < 1e-12)
    }
    var simulation = StoreSimulation(seed: 9)
    let values = (0..<56).map { day -> DayValue in
      let visits = simulation.visits(to: day < 28 ? store : changed, on: day)
        .filter { !$0.isStaff && !$0.isCompanion }
      let count = visits.count { $0.stops.contains { $0.zone == zone } }
      return DayValue(day: day, share: .init(count: count, of: visits.count))
    }
    let comparison = try Experiment(values, before: 0...27, after: 28...55).compared(seed: 1)
    #expect(comparison.verdict.direction == .higher)
    #expect(comparison.interval.contains(changed.draw(ofZone: zone) - store.draw(ofZone: zone)))
  }

  @Test("The same seed gives the same people, another one others")
  func determinism() {
    var (first, second, other) = (
      StoreSimulation(seed: 1), StoreSimulation(seed: 1), StoreSimulation(seed: 2)
    )
    let visits = first.visits(to: store, on: 3)
    #expect(visits == second.visits(to: store, on: 3) && visits != other.visits(to: store, on: 3))
  }
}
