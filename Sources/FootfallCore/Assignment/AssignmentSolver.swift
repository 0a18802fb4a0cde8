/// Pairs rows with columns so that the sum of the pairs' costs is smallest.
///
/// The method is that of shortest augmenting paths (Jonker and Volgenant, Computing 38, 1987) in the rectangular form
/// of Crouse, "On implementing 2D rectangular assignment algorithms", IEEE Trans. AES 52(4), 2016.
///
///     var solver = AssignmentSolver()
///     var columnOfRow: [Int] = []
///     solver.solve(costs: [4, 1, 2, 8], rows: 2, columns: 2, into: &columnOfRow)  // columnOfRow == [1, 0]
///
/// The same costs always give the same pairs, also where several solutions cost the same. A solver keeps its buffers:
/// it allocates only when a problem is larger than all before.
public struct AssignmentSolver: Sendable {
  // The side with fewer members is called "short"; each of its members gets a partner. `…OfShort` is indexed by
  // members of the short side, `…OfLong` by those of the long one.
  private var potentialOfShort: [Double] = []
  private var potentialOfLong: [Double] = []
  private var longOfShort: [Int] = []
  private var shortOfLong: [Int] = []
  /// The length of the shortest path found to a long member, and the short member before it on that path.
  private var distance: [Double] = []
  private var predecessor: [Int] = []
  /// The long members: those that no shortest path is known to yet, then the others.
  private var order: [Int] = []

  /// Creates a solver without buffers.
  public init() {}

  /// Finds the cheapest pairs; min(`rows`, `columns`) of them.
  ///
  /// There is no forbidden pair: give it a cost that is worse than that of any other pair and drop it afterwards.
  /// - Parameters:
  ///   - costs: the matrix row by row, all finite; elements beyond `rows` x `columns` are not looked at.
  ///   - rows: the number of rows, 0 or more.
  ///   - columns: the number of columns, 0 or more.
  ///   - columnOfRow: replaced by the column of each row, or -1 for a row without one.
  /// - Complexity: O(n²m) for n = min(`rows`, `columns`) and m = max(`rows`, `columns`).
  public mutating func solve(costs: [Double], rows: Int, columns: Int, into columnOfRow: inout [Int]) {
    precondition(rows >= 0 && columns >= 0 && costs.count >= rows * columns, "elements are missing")
    let isWide = rows <= columns
    let short = min(rows, columns)
    let long = max(rows, columns)
    reset(short: short, long: long)
    let (shortStride, longStride) = isWide ? (columns, 1) : (1, columns)
    costs.withUnsafeBufferPointer { costs in
      for start in 0..<short {
        addPair(for: start, costs, shortStride: shortStride, longStride: longStride, long: long)
      }
    }
    columnOfRow.removeAll(keepingCapacity: true)
    columnOfRow.append(contentsOf: isWide ? longOfShort : shortOfLong)
  }

  private mutating func reset(short: Int, long: Int) {
    Self.fill(&potentialOfShort, 0, count: short)
    Self.fill(&potentialOfLong, 0, count: long)
    Self.fill(&longOfShort, -1, count: short)
    Self.fill(&shortOfLong, -1, count: long)
    Self.fill(&distance, 0, count: long)
    Self.fill(&predecessor, -1, count: long)
    Self.fill(&order, 0, count: long)
  }

  private static func fill<Element>(_ buffer: inout [Element], _ value: Element, count: Int) {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: repeatElement(value, count: count))
  }

  /// Gives the short member `start` a partner, moving others to new partners where that is cheaper: Dijkstra's search
  /// for the nearest long member that is still free, over reduced costs (Crouse, section III).
  private mutating func addPair(
    for start: Int, _ costs: UnsafeBufferPointer<Double>, shortStride: Int, longStride: Int, long: Int
  ) {
    for member in 0..<long {
      // Backwards, so that the first column wins where costs are equal.
      order[member] = long - 1 - member
      distance[member] = .infinity
    }
    var open = long
    var reached = 0.0
    var current = start
    var end = -1
    while end < 0 {
      var nearest = -1
      var nearestDistance = Double.infinity
      let base = current * shortStride
      let potential = potentialOfShort[current]
      for index in 0..<open {
        let member = order[index]
        let length = reached + costs[base + member * longStride] - potential - potentialOfLong[member]
        if length < distance[member] {
          distance[member] = length
          predecessor[member] = current
        }
        let best = distance[member]
        if best < nearestDistance || (best == nearestDistance && shortOfLong[member] < 0) {
          nearestDistance = best
          nearest = index
        }
      }
      precondition(nearest >= 0, "a cost is not finite")
      reached = nearestDistance
      open -= 1
      order.swapAt(nearest, open)
      let member = order[open]
      if shortOfLong[member] < 0 { end = member } else { current = shortOfLong[member] }
    }
    updatePotentials(start: start, visited: open..<long, reached: reached)
    augment(from: start, to: end)
  }

  /// Keeps all reduced costs at 0 or more, and at 0 along the path.
  private mutating func updatePotentials(start: Int, visited: Range<Int>, reached: Double) {
    potentialOfShort[start] += reached
    for index in visited {
      let member = order[index]
      let change = reached - distance[member]
      potentialOfLong[member] -= change
      if shortOfLong[member] >= 0 { potentialOfShort[shortOfLong[member]] += change }
    }
  }

  /// Walks the path back from the free member `end`, passing each partner on.
  private mutating func augment(from start: Int, to end: Int) {
    var member = end
    while true {
      let short = predecessor[member]
      shortOfLong[member] = short
      swap(&longOfShort[short], &member)
      if short == start { return }
    }
  }
}
