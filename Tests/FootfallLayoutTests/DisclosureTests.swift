import FootfallTestSupport
import Testing

@testable import FootfallLayout

@Suite("What is withheld")
struct DisclosureTests {
  @Test("Counts of one to nine are withheld, and parts whose rest would be")
  func counts() {
    #expect(
      (0...11).map(Disclosure.withholds) == [false] + Array(repeating: true, count: 9) + [false, false])
    #expect(Disclosure.withholds(95, of: 100), "five others")
    #expect(!Disclosure.withholds(90, of: 100) && !Disclosure.withholds(100, of: 100))
    #expect(Disclosure.withholds(0, of: 9))
  }

  @Test("What is withheld of a list adds up to ten or more, or is all of it")
  func lists() {
    #expect(Disclosure.withheld(of: [100, 5, 30, 0]) == [false, true, true, false])
    #expect(Disclosure.withheld(of: [100, 4, 3, 50]) == [false, true, true, true])
    #expect(Disclosure.withheld(of: [100, 6, 7]) == [false, true, true])
    #expect(Disclosure.withheld(of: [3, 0]) == [true, false])
    #expect(Disclosure.withheld(of: [20, 0]) == [false, false])
  }

  @Test("No count of a few people can be computed from what is told, in 400 tables")
  func tables() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<400 {
      let counts = (0..<3).map { _ in
        (0..<3).map { _ in
          let size = Int.random(in: 0...3, using: &generator)
          return size == 0 ? 0 : Int.random(in: 1...(size == 1 ? 9 : 40), using: &generator)
        }
      }
      let hidden = TableDisclosure(counts).isWithheld
      for cell in 0..<9 where Disclosure.withholds(counts[cell / 3][cell % 3]) {
        #expect(hidden[cell / 3][cell % 3])
        if !isHidden(cell, counts, hidden) { Issue.record("\(counts) \(hidden): cell \(cell) is known") }
      }
    }
  }

  /// Whether there is another table with the same cells and sums told, in which a cell is different: one that differs by
  /// −1, 0 or 1 in each cell that is withheld.
  private func isHidden(_ cell: Int, _ counts: [[Int]], _ hidden: [[Bool]]) -> Bool {
    let free = (0..<9).filter { hidden[$0 / 3][$0 % 3] }
    var changes = [Int](repeating: -1, count: free.count)
    while true {
      var table = counts
      for (place, index) in free.enumerated() { table[index / 3][index % 3] += changes[place] }
      if table[cell / 3][cell % 3] != counts[cell / 3][cell % 3], isAlike(table, counts) { return true }
      guard let place = changes.firstIndex(where: { $0 < 1 }) else { return false }
      changes[place] += 1
      for before in 0..<place { changes[before] = -1 }
    }
  }

  private func isAlike(_ a: [[Int]], _ b: [[Int]]) -> Bool {
    func sums(_ table: [[Int]]) -> [Int] {
      table.map { $0.reduce(0, +) } + (0..<3).map { column in table.map { $0[column] }.reduce(0, +) }
    }
    // Sums of a few people are withheld too.
    return a.joined().allSatisfy { $0 >= 0 }
      && zip(sums(a), sums(b)).allSatisfy { $0 == $1 || Disclosure.withholds($1) }
  }

  @Test("A row of the moves with one rare move withholds a second")
  func moves() {
    var trips = (0..<50).map { _ in Hall.trip([0, 1]) }
    trips += (0..<5).map { _ in Hall.trip([0, 2]) } + (0..<40).map { _ in Hall.trip([2]) }
    let moves = LayoutMeasures(Hall.tally(trips)).moves
    #expect(moves.counts[1][2] == nil && moves.counts[1][1] == nil)
    #expect(moves.expectedVisits == nil, "they would give the moves away")
    #expect(moves.shares[1][1] == nil)
  }
}
