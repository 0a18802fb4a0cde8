/// Adds up trips as they come; memory grows with days and zones, and by few bytes for each stay.
///
/// ```swift
/// var tally = TripTally(plan)
/// for trip in trips { tally.add(trip) }
/// let measures = LayoutMeasures(tally)
/// ```
public struct TripTally: Sendable {
  /// The zones and scenes.
  public let plan: LayoutPlan
  /// What counts as what.
  public let parameters: LayoutParameters
  /// Days since 1970-01-01 in the order in which they came.
  private(set) var dayNumbers: [Int] = []
  private(set) var days: [DayTally] = []
  private(set) var dwell: [DayValues]
  private(set) var pairs: PairTally
  private(set) var sequences = SequenceTally()
  private(set) var ways = WayTally()
  private var positions = 0
  private var positionsOutside = 0
  private var indexByDay: [Int: Int] = [:]
  /// The scenes of each zone.
  private let scenesByZone: [[Int]]
  // Kept for their memory.
  private var visited: [Int] = []
  private var parts: [Int]
  private var isStopped: [Bool]

  /// Begins with nobody.
  /// - Precondition: the plan has no more than 4,096 zones.
  public init(_ plan: LayoutPlan, _ parameters: LayoutParameters = LayoutParameters()) {
    precondition(plan.zones.count <= SequenceTally.mostZones, "ways have room for 4,096 zones")
    self.plan = plan
    self.parameters = parameters
    dwell = plan.zones.map { _ in DayValues() }
    pairs = PairTally(zones: plan.zones.count)
    scenesByZone = plan.zones.indices.map { zone in
      plan.scenes.indices.filter { plan.scenes[$0].zones.contains(zone) }
    }
    parts = plan.scenes.map { _ in 0 }
    isStopped = plan.scenes.map { _ in false }
  }

  /// From the first day with trips to the last, since 1970-01-01; nil without any.
  public var dayRange: ClosedRange<Int>? {
    guard let first = dayNumbers.min(), let last = dayNumbers.max() else { return nil }
    return first...last
  }

  /// Those who entered a zone on each day, among those whom the views that show it saw; in order of days, each of which
  /// saw somebody.
  public func visitorsByDay(ofZone zone: Int) -> [(day: Int, share: DayValue.Share)] {
    let views = plan.views(ofZone: zone)
    return zip(dayNumbers, days).compactMap { number, day in
      let seen = views.reduce(0) { $0 + day.trips[$1] }
      return seen > 0 ? (number, DayValue.Share(count: day.zones[zone].visitors, of: seen)) : nil
    }.sorted { $0.0 < $1.0 }
  }

  /// The share of all positions that are off the floor; nil where its outline or positions on it are not known.
  public var outsideShare: Double? {
    guard positions > 0, plan.views.contains(where: { $0.outline != nil }) else { return nil }
    return Double(positionsOutside) / Double(positions)
  }

  /// Adds a trip.
  public mutating func add(_ trip: Trip) {
    let day = index(ofDay: trip.day)
    days[day].trips[trip.view] += 1
    addStays(of: trip, day: day)
    pairs.add(visited)
    addScenes(day: day)
    if let walk = trip.walk {
      positions += walk.positions
      positionsOutside += walk.positionsOutside
    }
    guard trip.isWhole else { return }
    days[day].wholeTrips += 1
    addMoves(of: trip, day: day)
    if let walk = trip.walk { ways.add(walk, day: day, isDownward: plan.views[trip.view].isDownward) }
  }

  /// Adds so many trips that entered no zone, and of which nothing else is known.
  public mutating func add(tripsWithoutStays count: Int, day: Int, view: Int) {
    let index = index(ofDay: day)
    days[index].trips[view] += count
  }

  private mutating func index(ofDay day: Int) -> Int {
    if let last = dayNumbers.last, last == day { return dayNumbers.count - 1 }
    if let index = indexByDay[day] { return index }
    indexByDay[day] = days.count
    dayNumbers.append(day)
    days.append(DayTally(plan))
    return days.count - 1
  }

  private mutating func addStays(of trip: Trip, day: Int) {
    visited.removeAll(keepingCapacity: true)
    for scene in parts.indices { (parts[scene], isStopped[scene]) = (0, false) }
    for stay in trip.stays {
      let seconds = stay.seconds
      let isStop = seconds >= parameters.stopSeconds
      if !visited.contains(stay.zone) {
        visited.append(stay.zone)
        days[day].zones[stay.zone].visitors += 1
        for scene in scenesByZone[stay.zone] { parts[scene] += 1 }
      }
      if isStop { for scene in scenesByZone[stay.zone] { isStopped[scene] = true } }
      days[day].zones[stay.zone].add(
        seconds, isStop: isStop, isEngaged: seconds >= plan.zones[stay.zone].engagedSeconds,
        isCensored: stay.isCensored)
      dwell[stay.zone].add(seconds, day: day, isCensored: stay.isCensored)
    }
  }

  private mutating func addScenes(day: Int) {
    for scene in parts.indices {
      days[day].scenes[scene].tripsByParts[parts[scene]] += 1
      if isStopped[scene] { days[day].scenes[scene].stopped += 1 }
    }
  }

  private mutating func addMoves(of trip: Trip, day: Int) {
    let side = plan.zones.count + 1
    let sequence = trip.sequence
    var row = 0
    for zone in sequence {
      days[day].moves[row * side + zone] += 1
      row = zone + 1
    }
    // Who enters no zone makes no move.
    guard row > 0 else { return }
    days[day].moves[row * side + side - 1] += 1
    sequences.add(sequence)
  }
}

extension DayTally.Zone {
  fileprivate mutating func add(_ length: Double, isStop: Bool, isEngaged: Bool, isCensored: Bool) {
    visits += 1
    seconds += length
    if isStop { stops += 1 } else if isCensored { undecidedStops += 1 }
    if isEngaged {
      engaged += 1
      engagedSeconds += length
    } else if isCensored {
      undecidedEngaged += 1
    }
  }
}
