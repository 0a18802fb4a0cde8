/// Puts positions together to trips, row by row of a file of tracks.
///
/// Rows are in order of time, or all rows of a track follow each other. In order of time a track has ended once it has
/// not been seen for ``endSeconds``: its id may then be somebody else's.
public struct TrackAssembler {
  /// How a row can be wrong.
  public enum Fault: Error, Hashable, Sendable {
    /// It is not later than the row before of the same track.
    case notLater(than: Double)
    /// Time goes back though rows of several tracks are mixed.
    case outOfOrder(after: Double)
    /// The track came back after another one, in a file that is not in order of time.
    case cameBack
  }

  /// A track that was not seen for longer has ended, in seconds.
  public static let endSeconds = 300.0

  /// How crowded the floor is.
  public private(set) var density: DensityMeter
  private let floor: TripFloor
  private let day: (_ seconds: Double) -> Int
  private let body: (_ track: Int, _ trip: Trip) -> Void
  /// The place in `builders` of each track that goes on.
  private var open: [Int: Int] = [:]
  private var builders: [TripBuilder] = []
  /// Places in `builders` whose track has ended.
  private var free: [Int] = []
  /// The track of the row before.
  private var current = 0
  /// The time of the row before.
  private var clock = -Double.infinity
  private var lastSweep = -Double.infinity
  private var isGrouped = true
  private var isInOrder = true
  /// The tracks that have ended, once it is known that the file is not in order of time.
  private var ended: Set<Int> = []

  /// Begins with nobody.
  /// - Parameters:
  ///   - density: what was measured of the same floor before.
  ///   - day: the day of a moment on the store's clock, in days since 1970-01-01.
  ///   - body: is given the trip of each visitor who has left, but for those of the staff.
  public init(
    _ floor: TripFloor, density: DensityMeter = DensityMeter(), day: @escaping (_ seconds: Double) -> Int,
    _ body: @escaping (_ track: Int, _ trip: Trip) -> Void
  ) {
    self.floor = floor
    self.density = density
    self.day = day
    self.body = body
  }

  /// Takes in a row.
  /// - Parameters:
  ///   - track: a number of its own for each id.
  ///   - isStaff: whether the row says that this is a member of the staff.
  public mutating func add(_ track: Int, _ position: TripPosition, isStaff: Bool) throws(Fault) {
    if position.seconds < clock, isInOrder, open[track] == nil { try breakOrder(at: track) }
    if !isInOrder, track != current { try change(to: track) }
    if isInOrder, position.seconds - lastSweep > Self.endSeconds / 4 { sweep(at: position.seconds) }
    if isInOrder, let place = open[track], position.seconds - builders[place].last.seconds > Self.endSeconds {
      end([track])
    }
    if let place = open[track] {
      isGrouped = isGrouped && track == current
      try extend(place, position)
      if isStaff { builders[place].isStaff = true }
    } else {
      begin(track, TripBuilder(position, of: density.nextVisitor(), on: floor, isStaff: isStaff))
    }
    (current, clock) = (track, position.seconds)
  }

  /// Ends all tracks.
  public mutating func finish() { end(Array(open.keys)) }

  private mutating func begin(_ track: Int, _ builder: TripBuilder) {
    if let place = free.popLast() {
      builders[place] = builder
      open[track] = place
    } else {
      open[track] = builders.count
      builders.append(builder)
    }
  }

  private mutating func extend(_ place: Int, _ position: TripPosition) throws(Fault) {
    let last = builders[place].last
    if position.seconds <= last.seconds { throw .notLater(than: last.seconds) }
    if position.seconds < clock { throw .outOfOrder(after: clock) }
    let seconds = position.seconds - last.seconds
    if !builders[place].isStaff, seconds <= floor.gapSeconds {
      density.add(
        builders[place].visitor, from: last.seconds, seconds: seconds, at: last.place,
        before: builders[place].placeBefore)
    }
    builders[place].add(position)
  }

  private mutating func breakOrder(at track: Int) throws(Fault) {
    guard isGrouped else { throw .outOfOrder(after: clock) }
    isInOrder = false
    end(Array(open.keys))
  }

  private mutating func change(to track: Int) throws(Fault) {
    end([current])
    if ended.contains(track) { throw .cameBack }
    clock = -.infinity
  }

  private mutating func sweep(at seconds: Double) {
    lastSweep = seconds
    end(open.filter { seconds - builders[$0.value].last.seconds > Self.endSeconds }.map(\.key))
  }

  private mutating func end(_ tracks: [Int]) {
    // In an order of their own, so that equal data have equal sums.
    for track in tracks.sorted() {
      guard let place = open.removeValue(forKey: track) else { continue }
      free.append(place)
      if !isInOrder { ended.insert(track) }
      let builder = builders[place]
      if !builder.isStaff { body(track, builder.trip(day: day(builder.start.seconds))) }
    }
  }
}
