internal import FootfallCore

extension SceneParser {
  func floor(_ value: YAMLValue) throws(SceneError) -> SceneFile.Floor {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.floor)
    let list = try mapping.required("points", "a list of [px, py, mx, my]")
    var points: [Homography.Correspondence] = []
    for element in try list.list(of: "point") {
      let numbers = try element.numbers(["px", "py", "mx", "my"])
      points.append(
        Homography.Correspondence(
          image: Point(numbers[0], numbers[1]), floor: Point(numbers[2], numbers[3])))
    }
    let lens = try mapping["lens"].map(self.lens)
    do {
      // What a lens does to the points depends on the size of the picture.
      if lens == nil { _ = try FloorFit.map(through: points) } else { try FloorFit.check(points) }
    } catch {
      throw list.error("floor \(error)")
    }
    return SceneFile.Floor(position: list.position, points: points, lens: lens)
  }

  /// Refuses a floor whose axes are a mirror image of those of another camera: they are no two views of one plan.
  func checkHands(of cameras: [SceneFile.Camera]) throws(SceneError) {
    var first: (camera: String, isHandedAsPicture: Bool)?
    for camera in cameras {
      guard let floor = camera.floor, let map = FloorMap(fitting: floor.points) else { continue }
      guard let known = first else {
        first = (camera.id.value, map.isHandedAsPicture)
        continue
      }
      guard known.isHandedAsPicture == map.isHandedAsPicture else {
        throw SceneError(
          path: path, at: floor.position,
          "floor of camera '\(camera.id.value)' is a mirror image of that of camera '\(known.camera)'; "
            + "expected mx and my of all cameras along the same two walls")
      }
    }
  }

  private func lens(_ value: YAMLValue) throws(SceneError) -> Located<SceneFile.Lens> {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.lens)
    var coefficients = [try mapping.required("k1", "a number").coordinate()]
    for key in ["k2", "k3"] { coefficients.append(try mapping[key]?.coordinate() ?? 0) }
    let focal = try mapping["focal"].map { value throws(SceneError) in
      let focal = try value.coordinate()
      guard focal > 0 else { throw value.error("focal is \(value.printed); allowed: more than 0") }
      return focal
    }
    return Located(value: SceneFile.Lens(coefficients: coefficients, focal: focal), position: value.position)
  }
}
