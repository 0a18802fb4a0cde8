internal import FootfallCore

/// Which way people walk, by place.
///
/// People walk both ways, so that directions are axes: they are added up with their angles doubled (Mardia and Jupp,
/// Directional Statistics, 2000, section 9.4).
struct FlowField: Sendable {
  /// A place where people walk.
  struct Place: Sendable {
    var centre: Point
    /// The axis along which they walk, of length 1.
    var flow: Point
  }

  /// Places where anybody walks, row by row.
  let places: [Place]

  private static let columns = 12
  private static let rows = 8

  /// Divides the picture into 12x8 places.
  init(_ paths: WalkedPaths) {
    var sums = [Axis](repeating: Axis(), count: Self.columns * Self.rows)
    let (width, height) = (Double(paths.size.width), Double(paths.size.height))
    for path in paths.paths {
      for (index, knot) in path.knots.enumerated() where index > 0 {
        let column = Int(max(0, min(Double(Self.columns - 1), knot.foot.x / width * Double(Self.columns))))
        let row = Int(max(0, min(Double(Self.rows - 1), knot.foot.y / height * Double(Self.rows))))
        sums[row * Self.columns + column].add(
          (knot.foot - path.knots[index - 1].foot) * (1 / knot.height))
      }
    }
    places = sums.indices.compactMap { cell in
      guard let flow = sums[cell].direction else { return nil }
      let (column, row) = (cell % Self.columns, cell / Self.columns)
      let centre = Point(
        (Double(column) + 0.5) / Double(Self.columns) * width,
        (Double(row) + 0.5) / Double(Self.rows) * height)
      return Place(centre: centre, flow: flow)
    }
  }

  /// The axis along which `paths` go on the whole; nil where they go nowhere.
  static func mainAxis(of paths: [WalkedPath]) -> Point? {
    var sum = Axis()
    for path in paths {
      for (index, knot) in path.knots.enumerated() where index > 0 {
        sum.add((knot.foot - path.knots[index - 1].foot) * (1 / knot.height))
      }
    }
    return sum.direction
  }

  /// A sum of axes, long ones counting for more.
  private struct Axis: Sendable {
    private var cosine = 0.0
    private var sine = 0.0

    mutating func add(_ step: Point) {
      let length = step.length
      guard length > 0 else { return }
      cosine += (step.x * step.x - step.y * step.y) / length
      sine += 2 * step.x * step.y / length
    }

    /// Half the angle of the sum.
    var direction: Point? {
      let length = (cosine * cosine + sine * sine).squareRoot()
      guard length > 0 else { return nil }
      let x = (max(0, (1 + cosine / length) / 2)).squareRoot()
      let y = (max(0, (1 - cosine / length) / 2)).squareRoot()
      return Point(x, sine < 0 ? -y : y)
    }
  }
}
