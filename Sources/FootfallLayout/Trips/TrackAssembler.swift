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
  public private(set) var density = DensityMeter()
  private let floor: TripFloor
  private let day: (_ seconds: Double) -> Int
  private let body: (Trip) -> Void
  private var open: [Int: TripBuilder] = [:]
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
  ///   - day: the day of a moment on the store's clock, in days since 1970-01-01.
  ///   - body: is given the trip of each visitor who has left, but for those of the staff.
  public init(
    _ floor: TripFloor, day: @escaping (_ seconds: Double) -> Int, _ body: @escaping (Trip) -> Void
  ) {
    self.floor = floor
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
    if open[track] == nil {
      open[track] = TripBuilder(position, on: floor)
      if isStaff { open[track]?.isStaff = true }
    } else {
      isGrouped = isGrouped && track == current
      try extend(track, position, isStaff: isStaff)
    }
    (current, clock) = (track, position.seconds)
  }

  /// Ends all tracks.
  public mutating func finish() { end(Array(open.keys)) }

  private mutating func extend(_ track: Int, _ position: TripPosition, isStaff: Bool) throws(Fault) {
    guard let last = open[track]?.last else { return }
    if position.seconds <= last.seconds { throw .notLater(than: last.seconds) }
    if position.seconds < clock { throw .outOfOrder(after: clock) }
    let seconds = position.seconds - last.seconds
    if isStaff { open[track]?.isStaff = true }
    if open[track]?.isStaff == false, seconds <= floor.gapSeconds {
      density.add(from: last.seconds, seconds: seconds, at: last.place)
    }
    open[track]?.add(position)
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
    end(open.filter { seconds - $0.value.last.seconds > Self.endSeconds }.map(\.key))
  }

  private mutating func end(_ tracks: [Int]) {
    // In an order of their own, so that equal data have equal sums.
    for track in tracks.sorted() {
      guard let builder = open.removeValue(forKey: track) else { continue }
      if !isInOrder { ended.insert(track) }
      if !builder.isStaff { body(builder.trip(day: day(builder.start.seconds))) }
    }
  }
}
