import FootfallCore
import FootfallLayout

/// Quadratic assignment problems of the kinds of QAPLIB, made up from a seed.
struct MadeUpInstance {
  enum Kind: String, CaseIterable {
    /// Distances on a grid, flows of which two of five are 0.
    case nugent
    /// Flows along a tree.
    case christofides
    /// Numbers at random.
    case taillard
  }

  let kind: Kind
  let size: Int
  private var generator: SplitMix64

  init(_ kind: Kind, _ size: Int) {
    (self.kind, self.size) = (kind, size)
    generator = SplitMix64(seed: UInt64(size) * 10 + UInt64(kind.rawValue.utf8.count))
  }

  var problem: QuadraticAssignment {
    var maker = self
    let flows = maker.flows()
    let distances = maker.distances()
    return QuadraticAssignment(things: size, places: size, flows: flows, distances: distances)
  }

  private mutating func flows() -> [Double] {
    switch kind {
    case .nugent: return symmetric { maker, _, _ in maker.number(0...4) < 2 ? 0 : maker.number(1...10) }
    case .christofides:
      let parents = (0..<size).map { $0 == 0 ? 0 : Int.random(in: 0..<$0, using: &generator) }
      return symmetric { maker, row, column in parents[row] == column ? maker.number(1...99) : 0 }
    case .taillard: return symmetric { maker, _, _ in maker.number(0...99) }
    }
  }

  private mutating func distances() -> [Double] {
    guard kind == .nugent else { return symmetric { maker, _, _ in maker.number(1...99) } }
    let width = size % 5 == 0 ? 5 : 4
    return symmetric { _, row, column in
      Double(abs(row / width - column / width) + abs(row % width - column % width))
    }
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Double {
    Double(Int.random(in: range, using: &generator))
  }

  /// By row, with 0 between a thing and itself.
  private mutating func symmetric(_ value: (inout Self, _ row: Int, _ column: Int) -> Double) -> [Double] {
    var matrix = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0..<row {
        let number = value(&self, row, column)
        (matrix[row * size + column], matrix[column * size + row]) = (number, number)
      }
    }
    return matrix
  }
}
