internal import FootfallCore

/// People who come to a made-up store, day by day.
///
///     var simulation = StoreSimulation(StoreModel(zones: 6, using: &generator), seed: 1)
///     let visits = simulation.visits(on: 0)
public struct StoreSimulation: Sendable {
  /// What is known of a store's days.
  public struct Settings: Hashable, Sendable {
    /// Visitors on an average day.
    public var visitorsPerDay = 200.0
    /// By how much good and bad days differ from others of their weekday, as a share.
    public var dayDeviation = 0.15
    /// The share of visitors who do not come alone, but with one more.
    public var groupShare = 0.3
    /// People who work there, who go from zone to zone all day.
    public var staff = 2
    /// Opening hours, in seconds of the day.
    public var open = 32_400.0..<68_400.0

    /// The usual settings.
    public init() {}
  }

  /// By weekday, Monday first: visitors over those of an average day.
  public static let weekdays = [0.8, 0.85, 0.9, 1.0, 1.2, 1.5, 0.75]

  private let settings: Settings
  private var generator: SplitMix64

  /// A simulation; the same seed gives the same people.
  public init(_ settings: Settings = Settings(), seed: UInt64) {
    self.settings = settings
    generator = SplitMix64(seed: seed)
  }

  /// The people of a day, by arrival; staff first.
  /// - Parameter day: days since 1970-01-01.
  public mutating func visits(to store: StoreModel, on day: Int) -> [SimulatedVisit] {
    let weekday = CivilTime(milliseconds: Int64(day) * CivilTime.millisecondsPerDay).weekday
    let shock = max(0.1, 1 + settings.dayDeviation * NormalDistribution.quantile(uniform()))
    // With companions as many come as are asked for.
    let expected = settings.visitorsPerDay * Self.weekdays[weekday] * shock / (1 + settings.groupShare)
    let pause = (settings.open.upperBound - settings.open.lowerBound) / expected
    var visits: [SimulatedVisit] = []
    for _ in 0..<settings.staff { visits.append(shift(in: store)) }
    var time = settings.open.lowerBound + exponential(pause)
    while time < settings.open.upperBound {
      let visit = visit(to: store, at: time)
      visits.append(visit)
      if uniform() < settings.groupShare { visits.append(visit.companion) }
      time += exponential(pause)
    }
    return visits
  }

  private mutating func visit(to store: StoreModel, at begin: Double) -> SimulatedVisit {
    var stops: [SimulatedVisit.Stop] = []
    var (time, place, row) = (begin, StoreWalk.street, 0)
    while true {
      let next = chosen(store.transitions[row])
      guard next < store.zones.count else { break }
      let zone = store.zones[next]
      let stop = stop(
        in: zone, number: next, from: place, at: time, seconds: exponential(zone.meanDwellSeconds),
        buys: uniform() < zone.purchaseShare)
      stops.append(stop)
      (time, place, row) = (stop.end, stop.spot, next + 1)
    }
    return SimulatedVisit(
      begin: begin, end: time + StoreWalk.seconds(from: place, to: StoreWalk.street), stops: stops,
      isStaff: false, isCompanion: false)
  }

  /// Somebody who works there, from opening to closing.
  private mutating func shift(in store: StoreModel) -> SimulatedVisit {
    var stops: [SimulatedVisit.Stop] = []
    var (time, place) = (settings.open.lowerBound, StoreWalk.street)
    repeat {
      let number = Int.random(in: 0..<store.zones.count, using: &generator)
      let stop = stop(
        in: store.zones[number], number: number, from: place, at: time, seconds: exponential(300), buys: false
      )
      stops.append(stop)
      (time, place) = (stop.end, stop.spot)
    } while time < settings.open.upperBound
    return SimulatedVisit(
      begin: settings.open.lowerBound, end: time + StoreWalk.seconds(from: place, to: StoreWalk.street),
      stops: stops, isStaff: true, isCompanion: false)
  }

  private mutating func stop(
    in zone: StoreModel.Zone, number: Int, from place: Point, at time: Double, seconds: Double, buys: Bool
  ) -> SimulatedVisit.Stop {
    // Away from the edges, so that companions are inside too.
    let spot =
      zone.corner
      + Point(
        .random(in: 0.5...StoreModel.zoneSize.width - 1, using: &generator),
        .random(in: 0.5...StoreModel.zoneSize.depth - 0.5, using: &generator))
    let begin = time + StoreWalk.seconds(from: place, to: spot)
    return SimulatedVisit.Stop(
      zone: number, spot: spot, begin: begin, end: begin + seconds,
      units: buys ? Int.random(in: 1...3, using: &generator) : 0)
  }

  private mutating func chosen(_ probabilities: [Double]) -> Int {
    var rest = uniform()
    for (index, probability) in probabilities.enumerated() {
      rest -= probability
      if rest < 0 { return index }
    }
    return probabilities.count - 1
  }

  /// Above 0 and below 1.
  private mutating func uniform() -> Double { (Double(generator.next() >> 11) + 0.5) * 0x1p-53 }

  private mutating func exponential(_ mean: Double) -> Double { -mean * NaturalLogarithm.of(uniform()) }
}

extension SimulatedVisit {
  /// Somebody who comes along and buys nothing.
  fileprivate var companion: SimulatedVisit {
    SimulatedVisit(
      begin: begin, end: end,
      stops: stops.map { Stop(zone: $0.zone, spot: $0.spot, begin: $0.begin, end: $0.end, units: 0) },
      isStaff: false, isCompanion: true)
  }
}
