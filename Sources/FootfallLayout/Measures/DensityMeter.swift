internal import FootfallCore

/// Measures how crowded each part of the floor is: people by square metre, over ten seconds each, and how many go through
/// it in a minute by metre of width.
///
/// Squares are of two metres, so that one person alone has the level A. What is older than two hours is summed up once
/// memory grows; whoever comes with positions from before that comes too late.
public struct DensityMeter: Sendable {
  /// The side of a square, in metres.
  public static let squareMetres = 2.0
  /// The length of a slot of time, in seconds.
  public static let slotSeconds = 10.0
  private static let slotsOfMinute = 6

  /// A square of floor, by the number of its column and row from the origin of the plan.
  public struct Square: Hashable, Sendable {
    /// The column, along x.
    public var column: Int
    /// The row, along y.
    public var row: Int
  }

  /// What was measured in a square.
  public struct Measure: Hashable, Sendable {
    /// How often somebody came into it.
    public var entries = 0
    /// How many visitors came into it, counted up to ``Disclosure/leastCount``.
    public internal(set) var visitors = 0
    /// The time of all people in it, in seconds.
    public var personSeconds = 0.0
    /// The time at each level, of slots in which somebody was there, in seconds.
    public var seconds: [ServiceLevel: Double] = [:]
    /// The most people by square metre in a slot.
    public var peak = 0.0
    /// The most people who came into it within a minute.
    public var peakEntries = 0

    /// The most people within a minute by metre of its width.
    public var peakFlow: Double { Double(peakEntries) / DensityMeter.squareMetres }

    /// The time in which people hindered each other.
    public var crowdedSeconds: Double {
      seconds.reduce(0) { $0 + ($1.key.isCrowded ? $1.value : 0) }
    }
  }

  private struct Slot: Hashable, Comparable {
    var number: Int
    var square: Square

    static func < (a: Slot, b: Slot) -> Bool {
      (a.number, a.square.column, a.square.row) < (b.number, b.square.column, b.square.row)
    }
  }

  /// Slots are summed up once there are more: some 50 MB.
  private static let mostOpen = 1 << 20
  private static let longestStaySlots = 720

  private var open: [Slot: Double] = [:]
  /// By minute, of which a slot has the number.
  private var openEntries: [Slot: Int] = [:]
  private var newest = Int.min
  /// Slots before this one have been summed up.
  private var firstOpen = Int.min
  private var squares: [Square: Measure] = [:]
  /// Who came into a square, as long as they are few.
  private var few: [Square: [Int]] = [:]
  private var lastVisitor = 0
  /// Whether somebody came too late, so that people are missing in some slots.
  private(set) var isIncomplete = false

  /// Begins with nobody.
  public init() {}

  /// A number for a visitor who is seen for the first time.
  mutating func nextVisitor() -> Int {
    lastVisitor += 1
    return lastVisitor
  }

  /// Adds the time somebody spent at a place.
  /// - Parameters:
  ///   - visitor: from ``nextVisitor()``.
  ///   - seconds: up to a few slots.
  ///   - before: where they were before; nil where they were not seen.
  mutating func add(_ visitor: Int, from start: Double, seconds: Double, at place: Point, before: Point?) {
    let square = Self.square(at: place)
    if before.map(Self.square) != square {
      squares[square, default: Measure()].entries += 1
      note(visitor, in: square)
      let minute = Int((start / Self.slotSeconds / Double(Self.slotsOfMinute)).rounded(.down))
      openEntries[Slot(number: minute, square: square), default: 0] += 1
    }
    var (from, left) = (start, seconds)
    while left > 0 {
      let number = Int((from / Self.slotSeconds).rounded(.down))
      let part = min(left, max(Double(number + 1) * Self.slotSeconds - from, 1e-6))
      newest = max(newest, number)
      if number < firstOpen { isIncomplete = true }
      open[Slot(number: number, square: square), default: 0] += part
      from += part
      left -= part
    }
    if open.count > Self.mostOpen { close(before: newest - Self.longestStaySlots) }
  }

  private mutating func note(_ visitor: Int, in square: Square) {
    guard squares[square, default: Measure()].visitors < Disclosure.leastCount,
      !few[square, default: []].contains(visitor)
    else { return }
    few[square, default: []].append(visitor)
    squares[square, default: Measure()].visitors += 1
    if squares[square, default: Measure()].visitors == Disclosure.leastCount { few[square] = nil }
  }

  /// What was measured by square; nil where positions came too late.
  public var measures: [Square: Measure]? {
    guard !isIncomplete else { return nil }
    var all = self
    all.finish()
    return all.squares
  }

  /// Sums up what was measured, which frees memory; nobody comes any more.
  public mutating func finish() { close(before: .max) }

  private mutating func close(before number: Int) {
    firstOpen = max(firstOpen, number)
    // In an order of their own, so that equal data have equal sums.
    let old = open.filter { $0.key.number < number }.sorted { $0.key < $1.key }
    for (slot, personSeconds) in old {
      let density = personSeconds / Self.slotSeconds / (Self.squareMetres * Self.squareMetres)
      var measure = squares[slot.square] ?? Measure()
      measure.personSeconds += personSeconds
      measure.seconds[ServiceLevel(peoplePerSquareMetre: density), default: 0] += Self.slotSeconds
      measure.peak = max(measure.peak, density)
      squares[slot.square] = measure
      open[slot] = nil
    }
    let firstMinute = number == .max ? Int.max : number / Self.slotsOfMinute
    for (minute, entries) in openEntries where minute.number < firstMinute {
      let most = squares[minute.square]?.peakEntries ?? 0
      squares[minute.square, default: Measure()].peakEntries = max(most, entries)
    }
    openEntries = openEntries.filter { $0.key.number >= firstMinute }
  }

  private static func square(at place: Point) -> Square {
    func number(_ metres: Double) -> Int { Int(min(max(metres / squareMetres, -1e6), 1e6).rounded(.down)) }
    return Square(column: number(place.x), row: number(place.y))
  }
}
