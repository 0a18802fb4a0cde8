extension Array {
  /// Sorts in place and, unlike `sort`, takes no memory of its own: for what is done once a frame.
  ///
  /// The method is heap sort (Williams and Floyd, CACM 7, 1964). It is not stable: where the result must not depend on
  /// the order of the input, no two elements may be equal.
  /// - Parameter precedes: whether the first belongs before the second.
  /// - Complexity: O(n log n).
  @inlinable
  public mutating func heapSort(by precedes: (Element, Element) -> Bool) {
    var root = count / 2
    while root > 0 {
      root -= 1
      sink(root, count: count, precedes)
    }
    var unsorted = count
    while unsorted > 1 {
      unsorted -= 1
      swapAt(0, unsorted)
      sink(0, count: unsorted, precedes)
    }
  }

  /// Restores the heap of the first `count` elements, last on top, below `root`.
  @inlinable
  mutating func sink(_ root: Int, count: Int, _ precedes: (Element, Element) -> Bool) {
    var parent = root
    while true {
      var last = parent
      let left = 2 * parent + 1
      if left < count, precedes(self[last], self[left]) { last = left }
      if left + 1 < count, precedes(self[last], self[left + 1]) { last = left + 1 }
      if last == parent { return }
      swapAt(parent, last)
      parent = last
    }
  }
}
