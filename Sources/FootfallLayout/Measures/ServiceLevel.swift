/// How freely people move in a crowd: the levels of service of walkways (Fruin, "Pedestrian Planning and Design", 1971).
public enum ServiceLevel: String, Hashable, Sendable, CaseIterable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  case e = "E"
  case f = "F"

  /// The level at so many people by square metre.
  public init(peoplePerSquareMetre density: Double) {
    let area = density > 0 ? 1 / density : .infinity
    self = ServiceLevel.allCases.first { area > $0.leastSquareMetres } ?? .f
  }

  /// The level at so many people a minute by metre of width.
  public init(peopleByMetreAndMinute flow: Double) {
    self = ServiceLevel.allCases.first { flow <= $0.mostByMetreAndMinute } ?? .f
  }

  /// The most people a minute by metre of width at the level (7, 10, 15, 20 and 25 by foot).
  public var mostByMetreAndMinute: Double {
    switch self {
    case .a: 23
    case .b: 33
    case .c: 49
    case .d: 66
    case .e: 82
    case .f: .infinity
    }
  }

  /// The area for each person that the level has more of, in square metres (35, 25, 15, 10 and 5 square feet).
  public var leastSquareMetres: Double {
    switch self {
    case .a: 3.25
    case .b: 2.3
    case .c: 1.4
    case .d: 0.9
    case .e: 0.5
    case .f: 0
    }
  }

  /// Where people have to slow down or wait for each other.
  public var isCrowded: Bool { self == .d || self == .e || self == .f }
}
