import CCbc

/// What CBC tells while it works.
enum CbcMessages {
  /// Called with the best objective, NaN where there is none, and the bound, −∞ where there is none.
  typealias Listener = (_ objective: Double, _ bound: Double) -> Void

  // CBC calls back without a place for data of ours. It is set before the search begins, and read by the thread that
  // searches.
  nonisolated(unsafe) private static var listener: Listener = { _, _ in }
  nonisolated(unsafe) private static var offset = 0.0

  /// Passes on what the messages of `model` say.
  static func follow(_ model: CbcModelPointer, offset: Double, _ listener: @escaping Listener) {
    self.offset = offset
    self.listener = listener
    Cbc_registerCallBack(model) { _, number, count, values, _, _, _, _ in
      guard let values else { return }
      CbcMessages.tell(number, UnsafeBufferPointer(start: values, count: Int(count)))
    }
  }

  /// The numbers are those of CbcMessage.cpp in CBC 2.10.
  private static func tell(_ number: Int32, _ values: UnsafeBufferPointer<Double>) {
    switch (number, values.count) {
    // "Integer solution of … found"
    case (4, 1...), (12, 1...), (16, 1...), (33, 1...): listener(values[0] + offset, -.infinity)
    // "After … nodes, … on tree, … best solution, best possible …"
    case (10, 2...):
      listener(values[0] < 1e40 ? values[0] + offset : .nan, plausible(values[1]))
    // "At root node, … cuts changed objective from … to …"
    case (13, 2...): listener(.nan, plausible(values[1]))
    default: break
    }
  }

  private static func plausible(_ bound: Double) -> Double {
    bound.magnitude < 1e40 ? bound + offset : -.infinity
  }
}
