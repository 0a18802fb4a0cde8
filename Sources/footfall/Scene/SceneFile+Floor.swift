internal import FootfallAnalytics
internal import FootfallCore

extension SceneFile {
  /// The map of a camera's picture of `size` to the floor.
  /// - Parameter scale: pixels in a unit of the file.
  /// - Throws: ``SceneError`` where the lens folds the picture, the points fix no map, or the map is so small or so large
  ///   that its numbers can't be metres.
  func resolved(_ floor: Floor, scale: Point, size: PixelSize) throws(SceneError) -> FloorMap {
    let points = floor.points.map {
      Homography.Correspondence(image: $0.image.scaled(by: scale), floor: $0.floor)
    }
    let lens = try floor.lens.map { lens throws(SceneError) in try resolved(lens, scale: scale, size: size) }
    let map: FloorMap
    do {
      map = try FloorFit.map(through: points, lens: lens)
    } catch {
      throw SceneError(path: path, at: floor.position, "floor \(error)")
    }
    guard FloorCells(seenIn: size, through: map).seenCount > 0 else {
      throw SceneError(
        path: path, at: floor.position,
        "floor shows no square of \(FloorCells.sideMetres.written) m whole and "
          + "\(FloorCells.leastPixels.written) pixels or larger; expected positions [mx, my] in metres")
    }
    return map
  }

  private func resolved(
    _ lens: Located<Lens>, scale: Point, size: PixelSize
  ) throws(SceneError) -> LensDistortion {
    let corner = Point(Double(size.width), Double(size.height)).length / 2
    let unit = lens.value.focal.map { $0 * scale.x } ?? corner
    do {
      return try LensDistortion(coefficients: lens.value.coefficients, unitPixels: unit, size: size)
    } catch {
      switch error {
      case .folds(let radius):
        throw SceneError(
          path: path, at: lens.position,
          "lens folds the picture over \(Int(radius)) pixels from its middle; "
            + "allowed: k1, k2, k3 and focal with which positions stay in order up to the corners at \(Int(corner))"
        )
      }
    }
  }
}
