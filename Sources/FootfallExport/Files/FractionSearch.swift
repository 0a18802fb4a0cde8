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
    var count = 0
    _ = replacing(content, from: .max, &count)
    // With the first `low` fractions it can be decoded, with the first `high` it can't.
    var (low, high) = (0, count)
    guard keeps(0), !keeps(high) else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if keeps(middle) { low = middle } else { high = middle }
    }
    var place = low
    return find(content, at: "", &place)
  }

  /// Whether it can be decoded with the first `count` fractions, the others being 0.
  private func keeps(_ count: Int) -> Bool {
    var place = 0
    let content = replacing(content, from: count, &place)
    guard let data = try? JSONSerialization.data(withJSONObject: content, options: .fragmentsAllowed) else {
      return false
    }
    return isDecodable(data)
  }

  private func replacing(_ value: Any, from first: Int, _ place: inout Int) -> Any {
    switch value {
    case let list as [Any]:
      return list.map { replacing($0, from: first, &place) }
    case let object as [String: Any]:
      return Dictionary(
        uniqueKeysWithValues: object.sorted { $0.key < $1.key }.map {
          ($0.key, replacing($0.value, from: first, &place))
        })
    case let value where Self.isFraction(value):
      place += 1
      return place > first ? 0 : value
    default: return value
    }
  }

  /// The fraction before which there are `place` others.
  private func find(_ value: Any, at pointer: String, _ place: inout Int) -> (String, String)? {
    switch value {
    case let list as [Any]:
      for (index, element) in list.enumerated() {
        if let found = find(element, at: "\(pointer)/\(index)", &place) { return found }
      }
    case let object as [String: Any]:
      for (key, element) in object.sorted(by: { $0.key < $1.key }) {
        if let found = find(element, at: "\(pointer)/\(key)", &place) { return found }
      }
    case let value where Self.isFraction(value):
      place -= 1
      if place < 0 { return (pointer, "\(value)") }
    default: break
    }
    return nil
  }

  /// Whether it is a number that `Int` can't hold.
  private static func isFraction(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    return Int(exactly: number.doubleValue) == nil
  }
}
