internal import FootfallCore
internal import FootfallExport
internal import FootfallStore
internal import Foundation

/// Reads nodes into a ``SceneFile`` and refuses what the format does not know.
struct SceneParser {
  /// The keys of each mapping, in the order of the documentation.
  enum Keys {
    static let file = [
      "version", "timezone", "store", "hours", "units", "thresholds", "staffUniforms", "secrets", "sinks",
      "alerts", "cameras", "floorPlan", "scenes", "server", "retention", "staffing", "layoutReport",
      "members",
    ]
    static let hours = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    static let camera = ["id", "source", "units", "lines", "zones", "floor"]
    static let line = ["id", "from", "to", "kind", "swap"]
    static let zone = ["id", "polygon", "kind", "engagedSeconds", "staffSeconds", "coversStore"]
    static let floor = ["points", "lens"]
    static let lens = ["k1", "k2", "k3", "focal"]
    static let floorPlan = ["outline", "yAxis", "entrances", "zones"]
    static let entrance = ["id", "from", "to"]
    static let floorZone = ["id", "polygon", "kind", "engagedSeconds"]
    static let scene = ["id", "zones"]
    static let sinks = ["webhooks", "mqtt"]
    static let webhook = ["id", "url", "secret", "events"]
    static let broker = ["url", "authority", "topic", "discovery", "events"]
    static let alert = ["id", "queue", "occupancy", "camera", "above", "clear", "for"]
    static let server = ["listen", "certificate", "key"]
    static let retention = ["events", "tracks", "rollups"]
    static let members = [
      "books", "masterKey", "masterKeyFile", "threshold", "thresholdFile", "margin", "cameras", "hooks",
    ]
    static let memberCamera = ["camera", "zones"]
    static let memberHook = ["command", "timeout"]
    static let thresholds = CountingThresholds.times.map(\.name) + CountingThresholds.numbers.map(\.name)
  }

  static let defaultStore = "store"

  /// The file as the user named it.
  var path: String
  /// Whether a file without cameras is refused, even if it has a floor plan.
  var needsCameras = true

  func scene(from root: YAMLValue) throws(SceneError) -> SceneFile {
    let file = try root.mapping()
    try file.requireVersion1()
    try file.allowOnly(Keys.file)
    let zone = try timeZone(file.required("timezone", "a name like Europe/London"))
    let store = try file["store"]?.identifier().value ?? SceneParser.defaultStore
    let units = try file["units"]?.choice(of: SceneFile.Units.self) ?? .pixels
    let floorPlan = try file["floorPlan"].map(floorPlan)
    var cameras: [SceneFile.Camera] = []
    if needsCameras || floorPlan == nil || file["cameras"] != nil {
      cameras = try self.cameras(file.required("cameras", "a list of cameras"), units: units)
    }
    let zones = cameras.flatMap(\.zones) + (floorPlan?.zones ?? [])
    return SceneFile(
      path: path, timeZoneName: zone.name, timeZone: zone.zone, store: store,
      hours: try file["hours"].map { value throws(SceneError) in try hours(value) },
      thresholds: try file["thresholds"].map(thresholds) ?? CountingThresholds(),
      staffUniforms: try file["staffUniforms"].map(fileName), secrets: try file["secrets"].map(fileName),
      sinks: try file["sinks"].map(sinks) ?? SceneFile.Sinks(),
      alerts: try alerts(file["alerts"], cameras: cameras), cameras: cameras,
      floorPlan: floorPlan, scenes: try scenes(file["scenes"], zones: zones),
      server: try file["server"].map(server) ?? ServerSettings(),
      retention: try file["retention"].map(retention) ?? Retention(),
      staffing: try file["staffing"].map(fileName), layoutReport: try file["layoutReport"].map(fileName),
      members: try file["members"].map { value throws(SceneError) in try members(value, cameras: cameras) })
  }

  func fileName(_ value: YAMLValue) throws(SceneError) -> Located<String> {
    let name = try value.text()
    guard !name.value.isEmpty, !SceneSource.isAddress(name.value) else {
      throw value.error("\(value.label) is \(value.printed); expected the path of a file")
    }
    return Located(value: SceneSource.resolved(name.value, sceneFile: path), position: name.position)
  }

  private func timeZone(_ value: YAMLValue) throws(SceneError) -> (name: String, zone: TimeZone) {
    let name = try value.text().value
    guard let zone = TimeZoneName.zone(named: name) else {
      let near = TimeZoneName.suggestion(for: name).map { "; did you mean '\($0)'?" } ?? ";"
      throw value.error(
        "timezone is \(value.printed)\(near) allowed: a name of the tz database like Europe/London")
    }
    return (name, zone)
  }

  private func cameras(_ value: YAMLValue, units: SceneFile.Units) throws(SceneError) -> [SceneFile.Camera] {
    var cameras: [SceneFile.Camera] = []
    for element in try value.list(of: "camera") { cameras.append(try camera(element, units: units)) }
    if cameras.isEmpty { throw value.error("cameras is an empty list; expected at least one camera") }
    try checkUnique(cameras.map(\.id), "camera")
    try checkHands(of: cameras)
    return cameras
  }

  private func scenes(
    _ value: YAMLValue?, zones: [SceneFile.Zone]
  ) throws(SceneError) -> [SceneFile.Scene] {
    guard let value else { return [] }
    var known: [String] = []
    for zone in zones where !known.contains(zone.id.value) { known.append(zone.id.value) }
    var scenes: [SceneFile.Scene] = []
    for element in try value.list(of: "scene") { scenes.append(try scene(element, knownZones: known)) }
    try checkUnique(scenes.map(\.id), "scene")
    return scenes
  }

  private func scene(_ value: YAMLValue, knownZones: [String]) throws(SceneError) -> SceneFile.Scene {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.scene)
    let id = try mapping.required("id", "a name").identifier()
    let list = try mapping.required("zones", "a list of zone ids")
    var zones: [Located<String>] = []
    for element in try list.list(of: "zone") {
      let zone = try element.text()
      guard knownZones.contains(zone.value) else {
        let hint = NearestName.hint(for: zone.value, among: knownZones)
        throw element.error(
          "scene '\(id.value)' names the zone \(element.printed), which neither a camera nor the floor plan has"
            + "\(hint) zones: \(SceneParser.listed(knownZones))")
      }
      zones.append(zone)
    }
    if zones.isEmpty { throw list.error("scene '\(id.value)' has no zones; expected at least one") }
    try checkUnique(zones, "zone", in: " of scene '\(id.value)'")
    return SceneFile.Scene(id: id, zones: zones)
  }

  /// Refuses the second of two equal ids.
  func checkUnique(_ ids: [Located<String>], _ what: String, in owner: String = "") throws(SceneError) {
    var first: [String: SourcePosition] = [:]
    for id in ids {
      if let earlier = first[id.value] {
        throw SceneError(
          path: path, at: id.position,
          "\(what) '\(id.value)'\(owner) is given twice, first at line \(earlier.line); each id once")
      }
      first[id.value] = id.position
    }
  }

  /// Names for the end of an error; not more than a line holds.
  static func listed(_ names: [String]) -> String {
    let most = 12
    if names.isEmpty { return "none" }
    let shown = names.prefix(most).joined(separator: ", ")
    return names.count > most ? "\(shown) and \(names.count - most) more" : shown
  }
}
