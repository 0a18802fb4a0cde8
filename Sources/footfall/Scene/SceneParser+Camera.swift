internal import FootfallCore

extension SceneParser {
  /// The most corners of a zone: the test for crossings looks at every pair of edges.
  static let mostCorners = 1000

  func camera(_ value: YAMLValue, units inherited: SceneFile.Units) throws(SceneError) -> SceneFile.Camera {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.camera)
    let id = try mapping.required("id", "a name").identifier()
    let units = try mapping["units"]?.choice(of: SceneFile.Units.self) ?? inherited
    var lines: [SceneFile.Line] = []
    for element in try mapping["lines"]?.list(of: "line") ?? [] { lines.append(try line(element)) }
    try checkUnique(lines.map(\.id), "line", in: " of camera '\(id.value)'")
    var zones: [SceneFile.Zone] = []
    for element in try mapping["zones"]?.list(of: "zone") ?? [] { zones.append(try zone(element)) }
    try checkUnique(zones.map(\.id), "zone", in: " of camera '\(id.value)'")
    let camera = SceneFile.Camera(
      id: id, source: try mapping["source"].map(source), sourcePosition: mapping["source"]?.position,
      units: units, lines: lines, zones: zones, floor: try mapping["floor"].map(floor))
    // The limits of normalized coordinates are known without the picture.
    if units == .normalized { try SceneBounds(path: path, units: units).check(camera) }
    return camera
  }

  private func source(_ value: YAMLValue) throws(SceneError) -> String {
    let source = try value.text().value
    let hasControl = source.unicodeScalars.contains { $0.properties.generalCategory == .control }
    guard !source.isEmpty, !hasControl else {
      throw value.error("source is empty or has a control character; expected a path, an address or a device")
    }
    if source.hasPrefix("${") { return source }
    if SceneSource.isAddress(source), let scheme = SourceAddress.scheme(of: source) {
      try checkScheme(scheme, of: value)
    }
    return SceneSource.resolved(source, sceneFile: path)
  }

  private func checkScheme(_ scheme: String, of value: YAMLValue) throws(SceneError) {
    let known = SourceAddress.ports.map(\.key)
    guard !known.contains(scheme) else { return }
    let hint = NearestName.hint(for: scheme, among: known)
    throw value.error(
      "source is \(value.printed), an address of an unknown kind\(hint) "
        + "allowed: \(known.joined(separator: ", "))")
  }

  func line(_ value: YAMLValue, keys: [String] = Keys.line) throws(SceneError) -> SceneFile.Line {
    let mapping = try value.mapping()
    try mapping.allowOnly(keys)
    let id = try mapping.required("id", "a name").identifier()
    let from = try mapping.required("from", "[x, y]")
    let line = SceneFile.Line(
      id: id, from: try from.point(), to: try mapping.required("to", "[x, y]").point(),
      kind: try mapping["kind"]?.choice(of: CountingLine.Kind.self) ?? .internal,
      isSwapped: try mapping["swap"]?.flag() ?? false)
    if line.from.value == line.to.value {
      throw from.error(
        "line '\(id.value)' has no length: from and to are both \(line.from.value.written); "
          + "expected two different points")
    }
    return line
  }

  func zone(_ value: YAMLValue, keys: [String] = Keys.zone) throws(SceneError) -> SceneFile.Zone {
    let mapping = try value.mapping()
    try mapping.allowOnly(keys)
    let id = try mapping.required("id", "a name").identifier()
    let corners = try corners(
      mapping.required("polygon", "a list of corners [x, y]"), of: "zone '\(id.value)'")
    let kind = try mapping["kind"]?.choice(of: Zone.Kind.self) ?? .section
    return SceneFile.Zone(
      id: id, corners: corners, kind: kind,
      engagedTime: try mapping["engagedSeconds"].map { value throws(SceneError) in
        try engagedTime(value, zone: id.value, kind: kind)
      }, staffTime: try mapping["staffSeconds"].map(time),
      coversStore: try mapping["coversStore"]?.flag() ?? false)
  }

  /// The corners of a simple polygon.
  /// - Parameter name: what has them, for errors.
  func corners(_ polygon: YAMLValue, of name: String) throws(SceneError) -> [Located<Point>] {
    var corners: [Located<Point>] = []
    for element in try polygon.list(of: "corner") { corners.append(try element.point()) }
    guard corners.count <= SceneParser.mostCorners else {
      throw polygon.error(
        "\(name) has \(corners.count) corners; allowed: 3 to \(SceneParser.mostCorners)")
    }
    // Other programs close a polygon by its first corner.
    if corners.count > 3, corners.first?.value == corners.last?.value { corners.removeLast() }
    try checkRepetition(of: corners, in: name)
    if let defect = Polygon.defect(of: corners.map(\.value)) {
      throw polygon.error("\(name) \(explanation(of: defect, corners: corners.count))")
    }
    return corners
  }

  private func engagedTime(
    _ value: YAMLValue, zone: String, kind: Zone.Kind
  ) throws(SceneError) -> Duration {
    guard kind.canEngage else {
      throw value.error(
        "zone '\(zone)' of kind \(kind.rawValue) has engagedSeconds; allowed for: display, section")
    }
    return try time(value)
  }

  /// Refuses a corner that equals the one before it.
  private func checkRepetition(of corners: [Located<Point>], in name: String) throws(SceneError) {
    for (corner, next) in zip(corners, corners.dropFirst()) where corner.value == next.value {
      throw SceneError(
        path: path, at: next.position,
        "\(name) has the corner \(corner.value.written) twice in a row; expected each corner once")
    }
  }

  private func explanation(of defect: Polygon.Defect, corners: Int) -> String {
    switch defect {
    case .tooFewVertices(let count):
      return "has \(count) corner\(count == 1 ? "" : "s"); allowed: 3 to \(SceneParser.mostCorners)"
    case .zeroArea:
      return "has no area: its corners are on one line; expected corners around an area"
    case .selfCrossing(let edge, let other):
      func named(_ edge: Int) -> String { "\(edge + 1)-\((edge + 1) % corners + 1)" }
      return "crosses itself: the edge between corners \(named(edge)) meets the edge \(named(other)); "
        + "expected corners in order around the area"
    }
  }
}

extension Zone.Kind {
  /// Whether visits count as engaged from some stay on.
  var canEngage: Bool { self == .display || self == .section }
}
