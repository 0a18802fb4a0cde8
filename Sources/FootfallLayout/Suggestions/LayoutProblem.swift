internal import FootfallCore

/// Where the scenes of a store could stand: what belongs together, and which zones people visit together.
///
/// The value of a placement is Σᵢⱼ affinity(i, j) · exposure(zone(i), zone(j)) + Σᵢ value(i) · draw(zone(i)) over all pairs
/// and scenes. It takes for granted that people keep their ways.
public struct LayoutProblem: Sendable {
  /// A group of goods.
  public struct Scene: Hashable, Sendable {
    /// Its name.
    public let id: String
    /// What one more visitor is worth to it, in relation to affinities; 0 or more.
    public let value: Double
    /// The zone in which it stands now.
    public let zone: Int?
    /// The zones in which it may stand.
    public let allowed: Set<Int>

    /// Creates a scene.
    public init(id: String, value: Double, zone: Int?, allowed: Set<Int>) {
      (self.id, self.value, self.zone, self.allowed) = (id, value, zone, allowed)
    }
  }

  /// A place that holds one scene.
  public struct Zone: Hashable, Sendable {
    /// Its name.
    public let id: String
    /// The share of visitors who come there.
    public let draw: Double

    /// Creates a zone.
    public init(id: String, draw: Double) { (self.id, self.draw) = (id, draw) }
  }

  /// Why a problem has no placement.
  public enum Fault: Error, Hashable, Sendable {
    /// There are more scenes than zones.
    case moreScenesThanZones(scenes: Int, zones: Int)
    /// These scenes may stand in these zones alone, which are too few.
    case shortage(scenes: [String], zones: [String])
  }

  /// More are not searched.
  public static let mostZones = 60
  /// Two zones so many metres apart share 1/e of what neighbours share, where it was not measured.
  private static let metresOfDecay = 10.0

  /// What two zones at a distance are taken to share of visitors, where it was not measured.
  public static func exposure(atMetres metres: Double) -> Double {
    ExponentialFunction.of(-metres / metresOfDecay)
  }

  /// The scenes, one or more.
  public let scenes: [Scene]
  /// The zones.
  public let zones: [Zone]
  /// Between scenes, row by row, symmetric.
  public let affinities: [Double]
  /// Between zones: the share of visitors who come to both, row by row, symmetric.
  public let exposures: [Double]

  /// Creates a problem.
  public init(scenes: [Scene], zones: [Zone], affinities: [Double], exposures: [Double]) {
    precondition(!scenes.isEmpty, "something stands in the store")
    precondition(affinities.count == scenes.count * scenes.count, "an affinity of each pair")
    precondition(exposures.count == zones.count * zones.count, "an exposure of each pair")
    (self.scenes, self.zones, self.affinities, self.exposures) = (scenes, zones, affinities, exposures)
  }

  /// What a scene is worth that stays where it is: so little that it only decides between placements of one value.
  private var stay: Double {
    let together = affinities.reduce(0, +) * (exposures.max() ?? 0)
    let alone = scenes.reduce(0) { $0 + $1.value } * (zones.map(\.draw).max() ?? 0)
    let most = max(together, alone)
    return 1e-6 * (most > 0 ? most : 1) / Double(scenes.count)
  }

  /// Whether some placement is worth more than another one could be: else it is all the same where scenes stand.
  public var distinguishes: Bool {
    affinities.contains { $0 > 0 } || scenes.contains { $0.value > 0 }
  }

  /// The same as a problem of costs.
  private var assignment: QuadraticAssignment {
    let stay = stay
    return QuadraticAssignment(
      things: scenes.count, places: zones.count, flows: affinities.map { -$0 }, distances: exposures,
      placementCosts: scenes.flatMap { scene in
        zones.indices.map { zone in
          scene.allowed.contains(zone)
            ? -scene.value * zones[zone].draw - (scene.zone == zone ? stay : 0) : .infinity
        }
      })
  }

  /// The value of the placement of now; nil where a scene stands nowhere.
  public var valueNow: Double? {
    let zones = scenes.compactMap(\.zone)
    guard zones.count == scenes.count else { return nil }
    return value(of: zones)
  }

  /// The value of a placement, whether it is allowed or not.
  /// - Parameter zoneOfScene: different zones.
  public func value(of zoneOfScene: [Int]) -> Double {
    scenes.indices.reduce(0) { sum, scene in
      scenes.indices.reduce(sum + scenes[scene].value * zones[zoneOfScene[scene]].draw) {
        $0 + affinities[scene * scenes.count + $1]
          * exposures[zoneOfScene[scene] * zones.count + zoneOfScene[$1]]
      }
    }
  }

  /// The best placements.
  /// - Parameters:
  ///   - alternatives: how many.
  ///   - seed: for the search; the same one gives the same answer, where time does not end first.
  ///   - isOver: asked now and then whether time is over; the answer is then the best found so far.
  /// - Returns: by falling value, to a millionth; of equal ones those with fewer moves first; with whether it is proved that
  ///   there are no better ones.
  /// - Throws: where no placement is possible.
  public func suggested(
    _ alternatives: Int = 3, seed: UInt64, isOver: @escaping () -> Bool = { false }
  ) throws(Fault) -> (placements: [[Int]], isProved: Bool) {
    guard scenes.count <= zones.count else {
      throw .moreScenesThanZones(scenes: scenes.count, zones: zones.count)
    }
    let assignment = assignment
    if let shortage = assignment.shortage {
      throw .shortage(
        scenes: shortage.things.map { scenes[$0].id }, zones: shortage.places.map { zones[$0].id })
    }
    let answer = AssignmentSearch(assignment, alternatives: alternatives).run(seed: seed, isOver: isOver)
    return (answer?.best.map(\.placeOfThing) ?? [], answer?.isProved ?? false)
  }
}
