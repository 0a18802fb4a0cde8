import FootfallCore
import FootfallTestSupport
import Testing

@Suite struct HeapSortTests {
  @Test func everyOrderOfUpToSixElementsIsSorted() {
    func check(_ prefix: [Int], _ rest: [Int]) {
      if rest.isEmpty {
        var elements = prefix
        elements.heapSort(by: <)
        #expect(elements == prefix.sorted())
      }
      for (index, element) in rest.enumerated() {
        var others = rest
        others.remove(at: index)
        check(prefix + [element], others)
      }
    }
    for count in 0...6 { check([], Array(0..<count)) }
  }

  @Test func longListsWithRepetitionsAreSorted() {
    var generator = SeededGenerator(seed: 9)
    for count in [50, 500, 5000] {
      var elements = (0..<count).map { _ in Int.random(in: 0..<count, using: &generator) }
      let expected = elements.sorted(by: >)
      elements.heapSort(by: >)
      #expect(elements == expected, "seed 9")
    }
  }
}
