internal import FootfallCore

extension SceneParser {
  /// Which way y grows on the floor plan as it is drawn.
  private enum YAxis: String, CaseIterable {
    case up
    case down
  }

  /// The floor of the store, in metres.
  func floorPlan(_ value: YAMLValue) throws(SceneError) -> SceneFile.FloorPlan {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.floorPlan)
    var zones: [SceneFile.Zone] = []
    for element in try mapping["zones"]?.list(of: "zone") ?? [] {
      zones.append(try zone(element, keys: Keys.floorZone))
    }
    try checkUnique(zones.map(\.id), "zone", in: " of the floor plan")
    var entrances: [SceneFile.Line] = []
    for element in try mapping["entrances"]?.list(of: "entrance") ?? [] {
      entrances.append(try line(element, keys: Keys.entrance))
    }
    try checkUnique(entrances.map(\.id), "entrance", in: " of the floor plan")
    let outline = try mapping["outline"].map { value throws(SceneError) in
      try corners(value, of: "outline").map(\.value)
    }
    return SceneFile.FloorPlan(
      outline: outline, entrances: entrances, zones: zones,
      isDownward: try mapping["yAxis"]?.choice(of: YAxis.self) == .down)
  }
}
