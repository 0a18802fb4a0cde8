public import FootfallCore

/// A made-up store of which everything is known: zones on both sides of an aisle, and how people go from one to another.
///
/// A way is a Markov chain: from the door to a zone, from zone to zone, and out. People walk along the aisle, so that they
/// are in no zone but those they come for.
public struct StoreModel: Hashable, Sendable {
  /// A zone.
  public struct Zone: Hashable, Sendable {
    /// Its name.
    public let id: String
    /// The lower left corner, in metres.
    public let corner: Point
    /// How long a stay at one spot lasts on average; exponentially distributed.
    public let meanDwellSeconds: Double
    /// The share of stays that end in a purchase.
    public let purchaseShare: Double
    /// The price of a piece.
    public let price: Double
    /// The number of its scene.
    public let scene: Int
  }

  /// The width and depth of every zone, in metres.
  public static let zoneSize = (width: 4.0, depth: 3.0)
  /// The middle of the aisle, and half its width, in metres.
  public static let aisle = (y: 4.5, halfWidth: 1.0)

  /// From wall to wall across the aisle, in metres.
  public static let depthMetres = 9.0

  /// The corners of a zone, in metres.
  public func corners(ofZone zone: Int) -> [Point] {
    let corner = zones[zone].corner
    let (width, depth) = StoreModel.zoneSize
    return [
      corner, corner + Point(width, 0), corner + Point(width, depth), corner + Point(0, depth),
    ]
  }

  /// The zones; those of a scene follow each other.
  public let zones: [Zone]
  /// By row: the probability to go to each zone, and out; the first row is of the door, the others of zones.
  public let transitions: [[Double]]

  /// Makes up a store.
  /// - Parameters:
  ///   - count: of zones, 2 to 40.
  ///   - perScene: zones of one scene; people go within a scene four times as often.
  public init(zones count: Int, perScene: Int = 3, using generator: inout some RandomNumberGenerator) {
    precondition((2...40).contains(count) && perScene > 0, "a store has zones")
    zones = (0..<count).map { index in
      Zone(
        id: "zone-\(index + 1)",
        corner: Point(Double(index / 2) * (Self.zoneSize.width + 0.5), index % 2 == 0 ? 0.5 : 5.5),
        meanDwellSeconds: .random(in: 15...60, using: &generator).rounded(),
        purchaseShare: (.random(in: 0.1...0.5, using: &generator) * 100).rounded() / 100,
        price: .random(in: 1...20, using: &generator).rounded(), scene: index / perScene)
    }
    let pull = (0..<count).map { _ in Double.random(in: 0.5...1.5, using: &generator) }
    let all = zones
    transitions = (0...count).map { row in
      let weights = (0..<count).map { zone in
        row == 0
          ? pull[zone] : zone == row - 1 ? 0 : pull[zone] * (all[zone].scene == all[row - 1].scene ? 4 : 1)
      }
      let out = row == 0 ? 0 : 0.3
      let sum = weights.reduce(0, +)
      return weights.map { $0 / sum * (1 - out) } + [out]
    }
  }

  private init(zones: [Zone], transitions: [[Double]]) {
    (self.zones, self.transitions) = (zones, transitions)
  }

  /// The store after a change by which a zone is gone to so many times as often, whatever people come from.
  /// - Parameter factor: 0 or more; where a probability would exceed 0.95 it stays there.
  public func changed(zone: Int, factor: Double) -> StoreModel {
    StoreModel(
      zones: zones,
      transitions: transitions.map { row in
        let old = row[zone]
        let new = min(old * factor, max(old, 0.95))
        return row.enumerated().map { $0.offset == zone ? new : $0.element * (1 - new) / (1 - old) }
      })
  }

  /// The probability that a visitor comes to a zone, by the equations of the chain.
  public func draw(ofZone zone: Int) -> Double {
    var reach = [Double](repeating: 0, count: zones.count)
    reach[zone] = 1
    // The probability to go on shrinks by at least a fifth with each step, so that 200 leave nothing.
    for _ in 0..<200 {
      for from in zones.indices where from != zone { reach[from] = reached(from + 1, reach) }
    }
    return reached(0, reach)
  }

  private func reached(_ row: Int, _ reach: [Double]) -> Double {
    zip(transitions[row], reach).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The length of the aisle, in metres.
  public var length: Double { Double((zones.count + 1) / 2) * (Self.zoneSize.width + 0.5) }
}
