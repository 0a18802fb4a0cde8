public import FootfallCore

/// The crossings that a person marks while watching a recording, in order.
///
///     var sheet = AuditSheet(rows)
///     let mark = sheet.add(at: place, time: time)
///     sheet.remove(mark.id)
///
/// No two crossings are equal: who crosses a line in the same frame and direction as somebody else is written a
/// millisecond later.
public struct AuditSheet: Hashable, Sendable {
  /// A crossing on the sheet.
  public struct Mark: Hashable, Sendable {
    /// Its number on the sheet, never used again.
    public let id: Int
    /// What was marked; the time is a whole number of milliseconds.
    public let crossing: CrossingRecord
  }

  /// The marks in the order of ``CrossingText``.
  public private(set) var marks: [Mark] = []
  private var nextID = 1

  /// Creates a sheet that goes on with crossings known before.
  /// - Complexity: O(n²) for n crossings.
  public init(_ crossings: [CrossingRecord] = []) {
    for crossing in crossings.sorted(by: CrossingText.precedes) {
      add(at: crossing.place, time: crossing.time)
    }
  }

  /// The crossings in the order of the file.
  public var crossings: [CrossingRecord] { marks.map(\.crossing) }

  /// Marks a crossing.
  /// - Complexity: O(n) for n marks.
  @discardableResult
  public mutating func add(at place: CrossingRecord.Place, time: MediaTime) -> Mark {
    let mark = Mark(id: nextID, crossing: distinct(CrossingRecord(place: place, time: time)))
    nextID += 1
    insert(mark)
    return mark
  }

  /// Moves a mark to another place or time.
  /// - Returns: the mark as it stands now; nil where there is none with this number.
  /// - Complexity: O(n) for n marks.
  @discardableResult
  public mutating func move(_ id: Int, to place: CrossingRecord.Place, time: MediaTime) -> Mark? {
    guard remove(id) != nil else { return nil }
    let mark = Mark(id: id, crossing: distinct(CrossingRecord(place: place, time: time)))
    insert(mark)
    return mark
  }

  /// Takes a mark off the sheet.
  /// - Returns: the mark; nil where there is none with this number.
  /// - Complexity: O(n) for n marks.
  @discardableResult
  public mutating func remove(_ id: Int) -> Mark? {
    marks.firstIndex { $0.id == id }.map { marks.remove(at: $0) }
  }

  private mutating func insert(_ mark: Mark) {
    let index = marks.firstIndex { CrossingText.precedes(mark.crossing, $0.crossing) } ?? marks.count
    marks.insert(mark, at: index)
  }

  /// The crossing in whole milliseconds, as the file holds it, and later by as many as it takes to equal none.
  private func distinct(_ crossing: CrossingRecord) -> CrossingRecord {
    var crossing = crossing
    crossing.time.nanoseconds = (crossing.time.nanoseconds + 500_000) / 1_000_000 * 1_000_000
    while marks.contains(where: { $0.crossing == crossing }) { crossing.time.nanoseconds += 1_000_000 }
    return crossing
  }
}
