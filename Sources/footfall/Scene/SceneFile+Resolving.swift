internal import FootfallCore

extension SceneFile {
  /// A line shorter or a zone smaller than this can't be meant: coordinates in the wrong unit, most likely.
  private static let smallestPixels = 1.0

  /// The camera with this id, or the only one where `id` is nil.
  /// - Throws: ``SceneError`` of kind `usage` which lists the ids.
  func camera(id: String?) throws(SceneError) -> Camera {
    let ids = cameras.map(\.id.value)
    let listed = SceneParser.listed(ids)
    if let id {
      if let camera = cameras.first(where: { $0.id.value == id }) { return camera }
      let hint = NearestName.hint(for: id, among: ids)
      throw SceneError(
        .usage, path: path, "no camera \(YAMLValue.quoted(id))\(hint) cameras: \(listed)"
      )
    }
    guard cameras.count == 1, let only = cameras.first else {
      throw SceneError(
        .usage, path: path, "has \(cameras.count) cameras; name one as CAMERA=PATH; cameras: \(listed)")
    }
    return only
  }

  /// What a camera watches, in pixels of a picture of `size`.
  /// - Throws: ``SceneError`` where the camera is not to be found, a point is more than one picture away, or a line or
  ///   zone is wholly outside the picture or too small to be meant.
  func cameraScene(id: String?, size: PixelSize) throws(SceneError) -> CameraScene {
    precondition(size.width > 0 && size.height > 0, "a picture has a size")
    let camera = try camera(id: id)
    try SceneBounds(path: path, units: camera.units, size: size).check(camera)
    let scale =
      camera.units == .normalized ? Point(Double(size.width), Double(size.height)) : Point(1, 1)
    var scene = CameraScene(id: camera.id.value, thresholds: thresholds)
    for line in camera.lines { scene.lines.append(try resolved(line, scale: scale, units: camera.units)) }
    for zone in camera.zones { scene.zones.append(try resolved(zone, scale: scale, units: camera.units)) }
    scene.floor = try camera.floor.map { floor throws(SceneError) in
      try resolved(floor, scale: scale, size: size)
    }
    return scene
  }

  private func resolved(_ line: Line, scale: Point, units: Units) throws(SceneError) -> CountingLine {
    let segment = Segment(from: line.from.value.scaled(by: scale), to: line.to.value.scaled(by: scale))
    guard segment.length >= SceneFile.smallestPixels else {
      throw SceneError(
        path: path, at: line.from.position,
        "line '\(line.id.value)' is shorter than a pixel: from \(line.from.value.written) "
          + "to \(line.to.value.written) in \(units.rawValue); expected a length of 1 pixel or more\(hint(units))"
      )
    }
    return CountingLine(id: line.id.value, segment: segment, kind: line.kind, isSwapped: line.isSwapped)
  }

  private func resolved(_ zone: Zone, scale: Point, units: Units) throws(SceneError) -> FootfallCore.Zone {
    let polygon = Polygon(zone.corners.map { $0.value.scaled(by: scale) })
    guard polygon.area >= SceneFile.smallestPixels else {
      throw SceneError(
        path: path, at: zone.corners.first?.position ?? zone.id.position,
        "zone '\(zone.id.value)' is smaller than a pixel; "
          + "expected an area of 1 square pixel or more\(hint(units))")
    }
    return FootfallCore.Zone(
      id: zone.id.value, polygon: polygon, kind: zone.kind, engagedTime: zone.engagedTime,
      staffTime: zone.staffTime, coversStore: zone.coversStore)
  }

  private func hint(_ units: Units) -> String {
    units == .pixels ? "; fractions of the picture need 'units: normalized'" : ""
  }
}

extension Point {
  func scaled(by scale: Point) -> Point { Point(x * scale.x, y * scale.y) }
}
