internal import FootfallCore

/// Follows one visitor on the floor from position to position, and tells the trip in the end.
///
/// A stay begins with the first position inside a zone and ends with the first outside, unless the visitor is back
/// within the time that is bridged. The time between two positions counts as seen where it is no longer than a gap.
struct TripBuilder: Sendable {
  private let floor: TripFloor
  /// A number of the visitor's own.
  let visitor: Int
  private(set) var start: TripPosition
  private(set) var last: TripPosition
  /// The place before that; nil where it was long before.
  private(set) var placeBefore: Point?
  /// Whether a row said that this is a member of the staff.
  var isStaff: Bool
  private var isBroken = false
  private var stays: [Stay] = []
  private var zone: Int?
  private var enterSeconds = 0.0
  private var isCutAtEntry = false
  private var outsideSince: Double?
  private var firstSteps: [TripWalk.FirstStep] = []
  private var visited: Set<Int> = []
  private var anchor: Point
  private var pathMetres = 0.0
  private var depthMetres = 0.0
  private var quarter: Int
  private var quarters = 0
  private var squares: Set<Int>
  private var positions = 1
  private var positionsOutside: Int

  /// Begins with the first position of a visitor.
  init(_ position: TripPosition, of visitor: Int, on floor: TripFloor, isStaff: Bool) {
    self.floor = floor
    self.visitor = visitor
    self.isStaff = isStaff
    (start, last, anchor) = (position, position, position.place)
    quarter = floor.quarter(of: position.place)
    squares = [floor.square(of: position.place)]
    positionsOutside = floor.isOutside(position.place) ? 1 : 0
    if let zone = floor.zone(at: position.place) {
      enter(zone, at: position, isCut: !floor.isAtEntrance(position.place))
    }
  }

  /// Takes in the next position, which is later.
  mutating func add(_ position: TripPosition) {
    let isGap = position.seconds - last.seconds > floor.gapSeconds
    if isGap {
      leave(at: last.seconds, isCut: true)
      isBroken = true
    } else {
      walk(to: position.place)
    }
    see(floor.zone(at: position.place), position)
    positions += 1
    if floor.isOutside(position.place) { positionsOutside += 1 }
    placeBefore = isGap ? nil : last.place
    last = position
  }

  /// The trip of a visitor who is gone.
  func trip(day: Int) -> Trip {
    var end = self
    let isAtExit = floor.isAtEntrance(last.place)
    end.leave(at: outsideSince ?? last.seconds, isCut: outsideSince == nil && !isAtExit)
    end.pathMetres += (last.place - anchor).length
    let isSeenInAndOut = !floor.hasEntrances || (floor.isAtEntrance(start.place) && isAtExit)
    return Trip(
      day: day, stays: end.stays, isWhole: !isBroken && isSeenInAndOut,
      walk: TripWalk(
        start: start.place, end: last.place, firstSteps: firstSteps, pathMetres: end.pathMetres,
        depthMetres: depthMetres, turns: Double(quarters) / 4, squares: squares.count, positions: positions,
        positionsOutside: positionsOutside))
  }

  private mutating func see(_ place: Int?, _ position: TripPosition) {
    if let place, place == zone {
      outsideSince = nil
    } else if let place {
      leave(at: outsideSince ?? position.seconds, isCut: false)
      enter(place, at: position, isCut: position.seconds - last.seconds > floor.gapSeconds)
    } else if zone != nil {
      let since = outsideSince ?? position.seconds
      outsideSince = since
      if position.seconds - since > floor.bridgedSeconds { leave(at: since, isCut: false) }
    }
  }

  private mutating func enter(_ zone: Int, at position: TripPosition, isCut: Bool) {
    self.zone = zone
    enterSeconds = position.seconds
    isCutAtEntry = isCut
    if visited.insert(zone).inserted {
      // The way goes through the first step, so that it is never shorter than the one from first step to first step.
      pathMetres += (position.place - anchor).length
      anchor = position.place
      firstSteps.append(TripWalk.FirstStep(zone: zone, place: position.place))
    }
  }

  private mutating func leave(at seconds: Double, isCut: Bool) {
    guard let zone else { return }
    stays.append(
      Stay(
        zone: zone, enterSeconds: enterSeconds, exitSeconds: max(enterSeconds, seconds),
        isCensored: isCut || isCutAtEntry))
    self.zone = nil
    outsideSince = nil
  }

  private mutating func walk(to place: Point) {
    let step = place - last.place
    if (place - anchor).length >= TripFloor.leastStepMetres {
      pathMetres += (place - anchor).length
      anchor = place
    }
    depthMetres = max(depthMetres, (place - start.place).length)
    // A long step crosses the squares between its ends.
    let parts = max(1, Int((step.length / (TripFloor.squareMetres / 2)).rounded(.up)))
    for part in 1...parts {
      let between = last.place + step * (Double(part) / Double(parts))
      squares.insert(floor.square(of: between))
      turn(to: floor.quarter(of: between))
    }
  }

  private mutating func turn(to next: Int) {
    let change = (next - quarter + 4) % 4
    // A step through the middle goes around it neither way.
    quarters += change == 1 ? 1 : change == 3 ? -1 : 0
    quarter = next
  }
}
