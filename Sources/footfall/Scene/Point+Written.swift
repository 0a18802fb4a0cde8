internal import FootfallCore

extension Point {
  /// The point as a scene file writes it.
  var written: String { "[\(x.written), \(y.written)]" }
}

extension Double {
  /// The shortest decimal text of the number, whole numbers without a fraction.
  var written: String { self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self) }
}
