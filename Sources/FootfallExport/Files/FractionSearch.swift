internal import Foundation

/// Finds the number for which a document can't be decoded: Foundation's decoder tells neither where a number stands that
/// is no whole one, nor which it is.
struct FractionSearch {
  private let content: Any
  private let isDecodable: (Data) -> Bool

  /// - Parameters:
  ///   - content: what JSON text holds.
  ///   - isDecodable: whether other content can be decoded, as far as its numbers go.
  init(_ content: Any, isDecodable: @escaping (Data) -> Bool) {
    self.content = content
    self.isDecodable = isDecodable
  }

  /// The first number, in the order of keys, without which what comes before it can be decoded; nil where it is no number.
  func first() -> (pointer: String, value: String)? {
    var fractions: [(pointer: String, value: String)] = []
    _ = copy(of: content) { pointer, fraction in
      fractions.append((pointer, "\(fraction)"))
      return fraction
    }
    // With the first `low` fractions it can be decoded, with the first `high` it can't.
    var (low, high) = (0, fractions.count)
    guard keeps(0), !keeps(high) else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if keeps(middle) { low = middle } else { high = middle }
    }
    return fractions[low]
  }

  /// Whether it can be decoded with the first `count` fractions, the others being 0.
  private func keeps(_ count: Int) -> Bool {
    var place = 0
    let content = copy(of: content) { _, fraction in
      place += 1
      return place > count ? 0 : fraction
    }
    guard let data = try? JSONSerialization.data(withJSONObject: content, options: .fragmentsAllowed) else {
      return false
    }
    return isDecodable(data)
  }

  /// The same, with what `change` makes of each fraction, in the order of keys.
  private func copy(
    of value: Any, at pointer: String = "", _ change: (_ pointer: String, _ fraction: Any) -> Any
  ) -> Any {
    switch value {
    case let list as [Any]:
      list.enumerated().map { copy(of: $1, at: "\(pointer)/\($0)", change) }
    case let object as [String: Any]:
      Dictionary(
        uniqueKeysWithValues: object.sorted { $0.key < $1.key }.map {
          ($0.key, copy(of: $0.value, at: "\(pointer)/\($0.key)", change))
        })
    case let value where Self.isFraction(value): change(pointer, value)
    default: value
    }
  }

  /// Whether it is a number that `Int` can't hold.
  private static func isFraction(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    return Int(exactly: number.doubleValue) == nil
  }
}
