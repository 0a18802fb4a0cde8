/// The change of cost by every exchange of the places of two things, brought up to date in O(1) each after an exchange
/// (Taillard, Parallel Computing 17, 1991, equations 1 and 2, for matrices of any kind).
///
/// All matrices are square, row by row, and are kept transposed too, so that every loop runs along rows. Buffers are
/// checked in debug builds alone.
struct ExchangeTable: ~Copyable {
  private let size: Int
  private let flows: UnsafeMutableBufferPointer<Double>
  private let flowColumns: UnsafeMutableBufferPointer<Double>
  /// The distance between the places of two things; exchanged along with them.
  private let separations: UnsafeMutableBufferPointer<Double>
  private let separationColumns: UnsafeMutableBufferPointer<Double>
  /// The cost of each thing where another one is.
  private let costs: UnsafeMutableBufferPointer<Double>
  /// Of the exchange of the things i < j, at i × size + j.
  let changes: UnsafeMutableBufferPointer<Double>
  private let sums: UnsafeMutableBufferPointer<Double>
  /// Whether rows and columns are the same, so that one of them tells all.
  private let isSymmetric: Bool

  init(size: Int, flows: [Double], isSymmetric: Bool) {
    func buffer(_ count: Int) -> UnsafeMutableBufferPointer<Double> {
      let buffer = UnsafeMutableBufferPointer<Double>.allocate(capacity: count)
      buffer.initialize(repeating: 0)
      return buffer
    }
    self.size = size
    self.isSymmetric = isSymmetric
    self.flows = buffer(size * size)
    flowColumns = buffer(size * size)
    separations = buffer(size * size)
    separationColumns = buffer(size * size)
    costs = buffer(size * size)
    changes = buffer(size * size)
    sums = buffer(size)
    for index in 0..<size * size {
      self.flows[index] = flows[index]
      flowColumns[index] = flows[index % size * size + index / size]
    }
  }

  deinit {
    for buffer in [flows, flowColumns, separations, separationColumns, costs, changes, sums] {
      buffer.deallocate()
    }
  }

  /// Takes an assignment and reckons all changes anew.
  /// - Returns: its cost.
  /// - Complexity: O(size³).
  func fill(_ placeOfThing: [Int], distances: [Double], placementCosts: [Double]) -> Double {
    var cost = 0.0
    for thing in 0..<size {
      for other in 0..<size {
        let separation = distances[placeOfThing[thing] * size + placeOfThing[other]]
        separations[thing * size + other] = separation
        separationColumns[other * size + thing] = separation
        costs[thing * size + other] = placementCosts[thing * size + placeOfThing[other]]
        cost += flows[thing * size + other] * separation
      }
      cost += costs[thing * size + thing]
    }
    for thing in 0..<size { reckon(thing) }
    return cost
  }

  /// Exchanges two things and brings all changes up to date.
  /// - Complexity: O(size²).
  func exchange(_ first: Int, _ second: Int) {
    for other in 0..<size {
      separations.swapAt(first * size + other, second * size + other)
      separationColumns.swapAt(first * size + other, second * size + other)
    }
    for other in 0..<size {
      separations.swapAt(other * size + first, other * size + second)
      separationColumns.swapAt(other * size + first, other * size + second)
      costs.swapAt(other * size + first, other * size + second)
    }
    if isSymmetric {
      update(first, second, flows, separations, factor: 2)
    } else {
      update(first, second, flows, separations, factor: 1)
      update(first, second, flowColumns, separationColumns, factor: 1)
    }
    reckon(first)
    reckon(second)
  }

  /// After u and v have changed places the change by i and j grows by (xᵢ − xⱼ)(yᵢ − yⱼ) with x = a_u − a_v of the rows of
  /// the flows and y = b_v − b_u of the distances, and as much of the columns; wrong with u or v themselves.
  private func update(
    _ first: Int, _ second: Int, _ a: UnsafeMutableBufferPointer<Double>,
    _ b: UnsafeMutableBufferPointer<Double>, factor: Double
  ) {
    let (u, v) = (first * size, second * size)
    for i in 0..<size {
      let (x, y) = (a[u + i] - a[v + i], b[v + i] - b[u + i])
      let base = i * size
      var j = i + 1
      while j < size {
        changes[base + j] += factor * (x - a[u + j] + a[v + j]) * (y - b[v + j] + b[u + j])
        j += 1
      }
    }
  }

  /// The changes by all exchanges with one thing, from scratch.
  private func reckon(_ thing: Int) {
    for other in 0..<size { sums[other] = 0 }
    add(thing, flows, flowColumns, separations, separationColumns)
    if !isSymmetric { add(thing, flowColumns, flows, separationColumns, separations) }
    let factor = isSymmetric ? 2.0 : 1
    let (n, i) = (size, thing)
    for j in 0..<n where j != i {
      let own = flows[i * n + i] - flows[j * n + j]
      let pair = flows[i * n + j] - flows[j * n + i]
      let cost = costs[i * n + j] + costs[j * n + i] - costs[i * n + i] - costs[j * n + j]
      changes[min(i, j) * n + max(i, j)] =
        factor * sums[j] + cost + own * (separations[j * n + j] - separations[i * n + i])
        + pair * (separations[j * n + i] - separations[i * n + j])
    }
  }

  /// Adds Σ (a_ik − a_jk)(b_jk − b_ik) over all k but i and j to the sum of each j; aᵀ and bᵀ are the transposed ones.
  private func add(
    _ i: Int, _ a: UnsafeMutableBufferPointer<Double>, _ aColumns: UnsafeMutableBufferPointer<Double>,
    _ b: UnsafeMutableBufferPointer<Double>, _ bColumns: UnsafeMutableBufferPointer<Double>
  ) {
    let n = size
    for k in 0..<n where k != i {
      let (flow, separation) = (a[i * n + k], b[i * n + k])
      let base = k * n
      for j in 0..<n { sums[j] += (flow - aColumns[base + j]) * (bColumns[base + j] - separation) }
    }
    for j in 0..<n { sums[j] -= (a[i * n + j] - a[j * n + j]) * (b[j * n + j] - b[i * n + j]) }
  }
}
