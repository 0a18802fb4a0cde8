import FootfallPlanning
import FootfallTestSupport
import Testing

@Suite("Power hours and labour gap")
struct PowerHoursTests {
  @Test("The busiest hours first, as few as hold the share")
  func busiest() {
    var traffic = [Double](repeating: 0, count: 168)
    (traffic[5 * 24 + 14], traffic[5 * 24 + 15], traffic[12], traffic[13]) = (40, 20, 30, 10)
    func hours(_ share: Double) -> [Int] {
      PowerHours(share: share, traffic: traffic).hours.map { $0.weekday * 24 + $0.hour }
    }
    #expect(hours(0.4) == [134])
    #expect(hours(0.41) == [134, 12])
    #expect(hours(0.9) == [134, 12, 135])
    #expect(hours(1) == [134, 12, 135, 13])
    #expect(PowerHours(share: 0.4, traffic: traffic).hours.map(\.share) == [0.4])
  }

  @Test("No smaller set of hours holds the share")
  func smallest() {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<20 {
      let traffic = (0..<168).map { _ in Double(Int.random(in: 0...50, using: &generator)) }
      let total = traffic.reduce(0, +)
      let count = PowerHours(share: 0.4, traffic: traffic).hours.count
      let sums = traffic.sorted(by: >)
      #expect(sums.prefix(count).reduce(0, +) >= 0.4 * total - 1e-6)
      #expect(sums.prefix(count - 1).reduce(0, +) < 0.4 * total)
    }
  }

  @Test("A week without traffic has no power hours")
  func empty() {
    #expect(PowerHours(share: 0.4, traffic: Array(repeating: 0, count: 168)).hours.isEmpty)
  }

  @Test("The typical week is the mean of the weeks that are forecast, in people an hour")
  func typicalWeek() throws {
    let monday = 19_723 * 48
    let slots = monday..<monday + 2 * 336
    let counts = Dictionary(uniqueKeysWithValues: slots.map { ($0, $0 < monday + 336 ? 2.0 : 4.0) })
    let table = DemandTable(intervalMinutes: 30, arrivals: ["a": counts, "b": [monday: 10]])
    let week = try #require(table.typicalWeek())
    #expect(week[0] == (2 + 10 + 2 + 4 + 4) / 2.0)
    #expect(week.dropFirst().allSatisfy { $0 == 6 })
    let days = DemandTable(intervalMinutes: 30, arrivals: ["a": counts.filter { $0.key < monday + 300 }])
    #expect(days.typicalWeek() == nil)
  }

  @Test("A roster's heads are those at work, breaks left out")
  func gap() {
    func requirement(_ role: String, _ start: Int64) -> StaffRequirement {
      StaffRequirement(
        role: role,
        interval: PlanningInterval(
          businessDay: 0, minute: 0, startMilliseconds: start, endMilliseconds: start + 900_000), required: 2,
        minimum: 0, basis: RequirementBasis(rule: .fixed, heads: 0, serving: 2, tasks: 0, shrinkage: 0))
    }
    let roster = [
      RosteredShift(role: "till", milliseconds: 0..<1_800_000, breaks: [900_000..<1_200_000]),
      RosteredShift(role: "till", milliseconds: 450_000..<900_000),
      RosteredShift(role: "floor", milliseconds: 0..<900_000),
    ]
    let wanted = [requirement("till", 0), requirement("till", 900_000), requirement("floor", 900_000)]
    let scheduled = LabourGap.scheduled(roster, for: wanted)
    #expect(scheduled[0] == 1.5)
    #expect(abs(scheduled[1] - 2.0 / 3) < 1e-12)
    #expect(scheduled[2] == 0)
  }
}
