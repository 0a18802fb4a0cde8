import Foundation

extension Double {
  /// The number with `digits` digits after the point, whatever the locale.
  func fixed(_ digits: Int) -> String {
    String(format: "%.\(digits)f", self)
  }
}
