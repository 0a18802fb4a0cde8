import FootfallPlanning
import Testing

@Suite("Made-up shops")
struct RetailWeekTests {
  @Test("the same arguments make the same shop, another seed another one")
  func seeded() {
    let first = RetailWeek(staff: 15, seed: 1, availability: 1.6)
    #expect(first.problem == RetailWeek(staff: 15, seed: 1, availability: 1.6).problem)
    #expect(first.problem != RetailWeek(staff: 15, seed: 2, availability: 1.6).problem)
  }

  @Test("people could work as many times the hours needed as asked for", arguments: [15, 30, 40])
  func availability(staff: Int) {
    for ratio in [1.1, 1.6] {
      let week = RetailWeek(staff: staff, seed: 1, availability: ratio)
      let hours = Double(week.employees.reduce(0) { $0 + ($1.contract.greatestWeekMinutes ?? 0) }) / 60
      let needed = Double(week.problem.demand.required.joined().reduce(0, +)) / 4
      #expect(hours / needed >= ratio)
      #expect(hours / needed < ratio * 1.05)
    }
  }
}
