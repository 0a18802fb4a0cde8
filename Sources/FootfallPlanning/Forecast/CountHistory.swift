/// The counts of one series, interval after interval of the store's clock.
///
/// An interval's slot is the number of intervals from 1970-01-01T00:00 of that clock to its start, so that the same
/// hour of two weeks is always the same number of slots apart. The hour that a clock set back shows twice is one slot.
public struct CountHistory: Hashable, Sendable {
  /// The name of what was counted.
  public var id: String
  /// The slot of `values[0]`.
  public var firstSlot: Int
  /// What was counted, 0 or more; nil is missing.
  public var values: [Double?]

  /// A history.
  public init(id: String, firstSlot: Int, values: [Double?]) {
    self.id = id
    self.firstSlot = firstSlot
    self.values = values
  }

  /// The count of a slot; nil where it is missing, outside of `values` too.
  subscript(slot slot: Int) -> Double? {
    values.indices.contains(slot - firstSlot) ? values[slot - firstSlot] : nil
  }

  /// The slot of the first count that is not missing.
  var firstObservedSlot: Int? { values.firstIndex { $0 != nil }.map { firstSlot + $0 } }
}
