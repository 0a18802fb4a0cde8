/// Things to be assigned to places so that those with much between them lie near each other: the quadratic assignment
/// problem (Koopmans and Beckmann, Econometrica 25, 1957).
///
/// The cost of an assignment p is Σᵢⱼ flow(i, j) · distance(p(i), p(j)) + Σᵢ cost(i, p(i)), and is to be small. Where
/// there are fewer things than places, some places stay empty.
public struct QuadraticAssignment: Sendable {
  /// Things to assign; no more than places.
  public let things: Int
  /// Places.
  public let places: Int
  /// Between things, row by row; `things` × `things`, finite, of either sign, and not necessarily symmetric.
  public let flows: [Double]
  /// Between places, row by row; `places` × `places`, as flows.
  public let distances: [Double]
  /// Of each thing at each place, row by row, `things` × `places`; infinite where the thing must not be.
  public let placementCosts: [Double]

  /// Creates a problem.
  /// - Parameters:
  ///   - placementCosts: nil for none.
  public init(
    things: Int, places: Int, flows: [Double], distances: [Double], placementCosts: [Double]? = nil
  ) {
    precondition(things > 0 && things <= places, "every thing has a place")
    precondition(flows.count == things * things && distances.count == places * places, "square matrices")
    self.things = things
    self.places = places
    self.flows = flows
    self.distances = distances
    self.placementCosts = placementCosts ?? [Double](repeating: 0, count: things * places)
    precondition(self.placementCosts.count == things * places, "a cost for each thing and place")
  }

  /// The cost of an assignment.
  /// - Parameter placeOfThing: different places, from 0.
  /// - Complexity: O(things²).
  public func cost(of placeOfThing: [Int]) -> Double {
    var sum = 0.0
    for thing in 0..<things {
      let place = placeOfThing[thing]
      sum += placementCosts[thing * places + place]
      for other in 0..<things {
        sum += flows[thing * things + other] * distances[place * places + placeOfThing[other]]
      }
    }
    return sum
  }

  /// Whether a thing may be at a place.
  public func allows(_ thing: Int, at place: Int) -> Bool {
    placementCosts[thing * places + place] < .infinity
  }
}
