internal import Yams

/// The entries of a mapping by key.
struct YAMLMapping {
  private var keys: [Located<String>] = []
  private var values: [String: YAMLValue] = [:]
  private var owner: YAMLValue

  init(_ mapping: Node.Mapping, of owner: YAMLValue) throws(SceneError) {
    self.owner = owner
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        let place = YAMLValue(node: key, path: owner.path, label: "key")
        throw place.error("a key of \(owner.label) is \(place.printed); expected text")
      }
      let position = key.mark.map { SourcePosition($0) } ?? owner.position
      keys.append(Located(value: scalar.string, position: position))
      values[scalar.string] = YAMLValue(node: value, path: owner.path, label: scalar.string)
    }
  }

  /// Refuses every key that is not in `allowed`.
  func allowOnly(_ allowed: [String]) throws(SceneError) {
    for key in keys where !allowed.contains(key.value) {
      let hint = NearestName.hint(for: key.value, among: allowed)
      throw SceneError(
        path: owner.path, at: key.position,
        "unknown key \(YAMLValue.quoted(key.value))\(hint) "
          + "allowed: \(allowed.joined(separator: ", "))")
    }
  }

  /// The keys as written.
  var names: [Located<String>] { keys }

  /// The value of a key that may be left out.
  subscript(key: String) -> YAMLValue? { values[key] }

  /// Refuses any version of the format but 1; asked before ``allowOnly(_:)``, because a file of a later version may have
  /// other keys.
  func requireVersion1() throws(SceneError) {
    let version = try required("version", "1")
    guard try version.number() == 1 else { throw version.error("version is \(version.printed); allowed: 1") }
  }

  func required(_ key: String, _ meaning: String) throws(SceneError) -> YAMLValue {
    guard let value = values[key] else {
      throw owner.error("\(owner.label) has no key '\(key)'; expected \(key): \(meaning)")
    }
    return value
  }
}
