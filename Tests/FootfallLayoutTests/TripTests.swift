import FootfallLayout
import Testing

struct TripTests {
  @Test func aZoneLeftAndEnteredAgainIsNoMove() {
    let stays = [2, 2, 0, 2].enumerated().map { index, zone in
      Stay(zone: zone, enterSeconds: Double(index * 10), exitSeconds: Double(index * 10 + 5))
    }
    #expect(Trip(day: 0, stays: stays).sequence == [2, 0, 2])
  }
}
