import FootfallCore
import FootfallLayout

/// Reads what a layout is suggested from.
///
/// ```yaml
/// version: 1
/// zones:
///   - {id: front, at: [2, 3], draw: 0.62}     # metres; the share of visitors who come there
/// scenes:
///   - {id: breakfast, value: 1, now: front}   # also fixed: front, or forbidden: [front, …]
/// affinities:
///   - {between: [breakfast, dinner], weight: 1.4}
/// exposures:                                  # optional: the share of visitors who come to both
///   - {between: [front, back], share: 0.31}
/// ```
struct SuggestionFile {
  private let path: String
  private var zones: [LayoutProblem.Zone] = []
  private var points: [Point?] = []
  private var scenes: [LayoutProblem.Scene] = []
  /// Whether exposures were measured; else they are made of distances.
  private(set) var hasExposures = false
  private(set) var problem: LayoutProblem

  /// Reads a file.
  /// - Throws: ``SceneError`` that names the line.
  init(contentsOf path: String) throws(SceneError) {
    self.path = path
    problem = LayoutProblem(
      scenes: [LayoutProblem.Scene(id: "", value: 0, zone: nil, allowed: [])], zones: [], affinities: [0],
      exposures: [])
    let file = try YAMLDocument.root(ofFile: path, kind: "suggestion file").mapping()
    try file.requireVersion1()
    try file.allowOnly(["version", "zones", "scenes", "affinities", "exposures"])
    let zoneList = try file.required("zones", "a list of zones")
    for element in try zoneList.list(of: "zone") { try addZone(element) }
    let sceneList = try file.required("scenes", "a list of scenes")
    for element in try sceneList.list(of: "scene") { try addScene(element) }
    if scenes.isEmpty { throw sceneList.error("scenes is an empty list; allowed: one or more") }
    if zones.count > LayoutProblem.mostZones {
      throw zoneList.error("there are \(zones.count) zones; allowed: up to \(LayoutProblem.mostZones)")
    }
    let affinities = try matrix(
      file.required("affinities", "a list of pairs"), scenes.map(\.id), "weight", 0...1000)
    let exposures: [Double]
    if let value = file["exposures"] {
      hasExposures = true
      exposures = try matrix(value, zones.map(\.id), "share", 0...1)
    } else {
      exposures = try distances(zoneList)
    }
    problem = LayoutProblem(scenes: scenes, zones: zones, affinities: affinities, exposures: exposures)
  }

  private mutating func addZone(_ value: YAMLValue) throws(SceneError) {
    let mapping = try value.mapping()
    try mapping.allowOnly(["id", "at", "draw"])
    let id = try mapping.required("id", "a name").identifier().value
    if zones.contains(where: { $0.id == id }) { throw value.error("zone '\(id)' is given twice; each once") }
    points.append(try mapping["at"]?.point().value)
    zones.append(LayoutProblem.Zone(id: id, draw: try mapping["draw"]?.number(in: 0...1) ?? 0))
  }

  private mutating func addScene(_ value: YAMLValue) throws(SceneError) {
    let mapping = try value.mapping()
    try mapping.allowOnly(["id", "value", "now", "fixed", "forbidden"])
    let id = try mapping.required("id", "a name").identifier().value
    if scenes.contains(where: { $0.id == id }) {
      throw value.error("scene '\(id)' is given twice; each once")
    }
    var allowed = Set(zones.indices)
    if let forbidden = mapping["forbidden"] {
      for element in try forbidden.list(of: "zone") { allowed.remove(try zone(element)) }
    }
    if let fixed = mapping["fixed"] { allowed.formIntersection([try zone(fixed)]) }
    var now: Int?
    if let value = mapping["now"] ?? mapping["fixed"] {
      let place = try zone(value)
      if let other = scenes.first(where: { $0.zone == place }) {
        throw value.error(
          "scene '\(other.id)' stands in zone '\(zones[place].id)' already; one scene in each")
      }
      now = place
    }
    scenes.append(
      LayoutProblem.Scene(
        id: id, value: try mapping["value"]?.number(in: 0...1000) ?? 0, zone: now, allowed: allowed))
  }

  private func zone(_ value: YAMLValue) throws(SceneError) -> Int { try place(value, zones.map(\.id)) }

  private func place(_ value: YAMLValue, _ known: [String]) throws(SceneError) -> Int {
    let name = try value.text().value
    guard let place = known.firstIndex(of: name) else {
      throw value.error(
        "\(value.label) is \(value.printed)\(NearestName.hint(for: name, among: known)) allowed: "
          + SceneParser.listed(known))
    }
    return place
  }

  /// A symmetric matrix of the pairs in a list; pairs that are not in it have 0.
  private func matrix(
    _ value: YAMLValue, _ names: [String], _ key: String, _ range: ClosedRange<Double>
  ) throws(SceneError) -> [Double] {
    var matrix = [Double](repeating: 0, count: names.count * names.count)
    var known: Set<Set<Int>> = []
    for element in try value.list(of: "pair") {
      let mapping = try element.mapping()
      try mapping.allowOnly(["between", key])
      let pair = try mapping.required("between", "two names")
      let ends = try pair.list(of: "name")
      guard ends.count == 2 else { throw pair.error("between has \(ends.count) names; allowed: 2") }
      let (first, second) = (try place(ends[0], names), try place(ends[1], names))
      guard first != second, known.insert([first, second]).inserted else {
        throw pair.error("between is \(names[first]), \(names[second]); allowed: two names, each pair once")
      }
      let number = try mapping.required(key, "a number").number(in: range)
      matrix[first * names.count + second] = number
      matrix[second * names.count + first] = number
    }
    return matrix
  }

  private func distances(_ list: YAMLValue) throws(SceneError) -> [Double] {
    let points = points.compactMap { $0 }
    guard points.count == zones.count else {
      throw list.error(
        "a zone has no key 'at', and there are no exposures; expected one of them: [x, y] in metres")
    }
    return points.flatMap { first in
      points.map { second in
        first == second ? 0 : LayoutProblem.exposure(atMetres: (first - second).length)
      }
    }
  }
}
