import FootfallCore
import FootfallLayout

/// Makes the plan that trips are measured by from a scene file.
struct LayoutScene {
  let file: SceneFile

  /// Reads a scene file, which may have a floor plan instead of cameras.
  /// - Throws: ``SceneError``.
  init(path: String) throws(SceneError) {
    file = try SceneFile(contentsOfFile: path, needsCameras: false)
  }

  /// The plan of tracks in metres: the zones of the floor plan, or those of cameras whose floor is known.
  /// - Throws: ``SceneError``.
  func floorPlan() throws(SceneError) -> LayoutPlan {
    var isDownward = file.floorPlan?.isDownward ?? false
    var zones: [LayoutPlan.Zone] = []
    for zone in file.floorPlan?.zones ?? [] {
      add(zone, kind: zone.kind, polygon: Polygon(zone.corners.map(\.value)), view: 0, to: &zones)
    }
    if zones.isEmpty {
      for camera in file.cameras {
        guard let floor = camera.floor, camera.units == .pixels, floor.lens == nil else { continue }
        guard let map = FloorMap(fitting: floor.points) else { continue }
        isDownward = map.isHandedAsPicture
        for zone in camera.zones {
          let drawn = Polygon(zone.corners.map(\.value))
          let polygon = try onFloor(drawn, map, zone: zone.id.value, camera: camera.id.value)
          add(zone, kind: zone.kind, polygon: polygon, view: 0, to: &zones)
        }
      }
    }
    let view = LayoutPlan.View(
      id: "floor", isDownward: isDownward, outline: file.floorPlan?.outline.map { Polygon($0) })
    let entrances = (file.floorPlan?.entrances ?? []).map { Segment(from: $0.from.value, to: $0.to.value) }
    return try checked(LayoutPlan(views: [view], zones: zones, entrances: entrances))
  }

  /// The plan of what the cameras of a store saw, as they were drawn when it was counted.
  /// - Throws: ``SceneError``.
  func cameraPlan(_ cameras: [CameraScene]) throws(SceneError) -> LayoutPlan {
    var (views, zones): ([LayoutPlan.View], [LayoutPlan.Zone]) = ([], [])
    for (view, camera) in cameras.enumerated() {
      views.append(
        LayoutPlan.View(
          id: camera.id, isMetric: camera.floor != nil,
          isDownward: camera.floor?.isHandedAsPicture ?? true))
      for zone in camera.zones where zone.kind != .staff && !zone.coversStore {
        let polygon = try camera.floor.map { map throws(SceneError) in
          try onFloor(zone.polygon, map, zone: zone.id, camera: camera.id)
        }
        add(
          zone.id, zone, polygon: polygon ?? zone.polygon, view: view, thresholds: camera.thresholds,
          to: &zones)
      }
    }
    return try checked(LayoutPlan(views: views, zones: zones))
  }

  /// A zone of a picture on the floor.
  /// - Throws: where a corner lies beyond the horizon.
  private func onFloor(
    _ polygon: Polygon, _ map: FloorMap, zone: String, camera: String
  ) throws(SceneError) -> Polygon {
    var corners: [Point] = []
    for corner in polygon.vertices {
      guard let place = map.floorPoint(of: corner) else {
        throw SceneError(
          path: file.path, at: position(ofZone: zone),
          "zone '\(zone)' of camera '\(camera)' has the corner \(corner.x.written), \(corner.y.written), "
            + "which the floor of the camera does not reach; expected corners below its horizon")
      }
      corners.append(place)
    }
    return Polygon(corners)
  }

  private func add(
    _ zone: SceneFile.Zone, kind: FootfallCore.Zone.Kind, polygon: Polygon, view: Int,
    to zones: inout [LayoutPlan.Zone]
  ) {
    guard kind != .staff, !zone.coversStore else { return }
    let resolved = FootfallCore.Zone(
      id: zone.id.value, polygon: polygon, kind: kind, engagedTime: zone.engagedTime)
    add(zone.id.value, resolved, polygon: polygon, view: view, thresholds: file.thresholds, to: &zones)
  }

  /// Adds a zone, or another part of one.
  private func add(
    _ id: String, _ zone: FootfallCore.Zone, polygon: Polygon, view: Int, thresholds: CountingThresholds,
    to zones: inout [LayoutPlan.Zone]
  ) {
    let part = LayoutPlan.Part(view: view, polygon: polygon)
    if let place = zones.firstIndex(where: { $0.id == id }) {
      zones[place].parts.append(part)
    } else {
      let engaged = thresholds.engagedTime(of: zone) ?? thresholds.engagedSectionTime
      zones.append(
        LayoutPlan.Zone(id: id, kind: zone.kind, engagedSeconds: engaged.inSeconds, parts: [part]))
    }
  }

  /// Adds the scenes, and refuses what can't be measured.
  private func checked(_ plan: LayoutPlan) throws(SceneError) -> LayoutPlan {
    var plan = plan
    guard !plan.zones.isEmpty else {
      throw SceneError(
        path: file.path,
        "has no zone to measure; expected zones of floorPlan in metres, or of cameras with a floor, kinds but staff"
      )
    }
    if let zone = plan.zoneOffTheFloor.map({ plan.zones[$0] }) {
      let corner = zone.parts[0].polygon.vertices[0]
      throw SceneError(
        path: file.path, at: position(ofZone: zone.id),
        "zone '\(zone.id)' with the corner \(corner.x.written), \(corner.y.written) is wholly outside the outline of "
          + "floorPlan; expected zones with floor inside it")
    }
    if let (first, second) = plan.overlap {
      let (one, other) = (plan.zones[first].id, plan.zones[second].id)
      throw SceneError(
        path: file.path, at: position(ofZone: other),
        "zone '\(other)' overlaps zone '\(one)'; expected zones that share no floor, so that everybody is in one"
      )
    }
    for scene in file.scenes { plan.scenes.append(try self.scene(scene, of: plan)) }
    return plan
  }

  private func scene(_ scene: SceneFile.Scene, of plan: LayoutPlan) throws(SceneError) -> LayoutPlan.Scene {
    guard scene.zones.count >= 2 else {
      throw SceneError(
        path: file.path, at: scene.id.position,
        "scene '\(scene.id.value)' has one zone; expected two or more, which people could meet together")
    }
    var zones: [Int] = []
    for zone in scene.zones {
      guard let place = plan.zones.firstIndex(where: { $0.id == zone.value }) else {
        throw SceneError(
          path: file.path, at: zone.position,
          "scene '\(scene.id.value)' names the zone '\(zone.value)', which is not measured here; zones: "
            + SceneParser.listed(plan.zones.map(\.id)))
      }
      zones.append(place)
    }
    return LayoutPlan.Scene(id: scene.id.value, zones: zones)
  }

  private func position(ofZone id: String) -> SourcePosition? {
    let zones = (file.floorPlan?.zones ?? []) + file.cameras.flatMap(\.zones)
    return zones.first { $0.id.value == id }?.id.position
  }
}
