public import FootfallCore

/// The squares on which the time at one camera is added up: those of the floor plan where its scene has a map of it, else
/// those of the picture.
public enum HeatCells: Hashable, Sendable {
  /// Squares of the floor plan that are seen, and the way there.
  case floor(FloorCells, FloorMap)
  /// Squares of the picture.
  case picture(HeatmapGrid)

  /// The squares of a camera.
  public init(scene: CameraScene, size: PixelSize, parameters: AnalyticsParameters = AnalyticsParameters()) {
    if let map = scene.floor {
      self = .floor(FloorCells(seenIn: size, through: map), map)
    } else {
      self = .picture(HeatmapGrid(covering: size, parameters: parameters))
    }
  }

  /// The number of squares.
  public var count: Int {
    switch self {
    case .floor(let cells, _): cells.columns * cells.rows
    case .picture(let grid): grid.columns * grid.rows
    }
  }

  /// The square of somebody whose feet are at a place of the picture; nil where it is not seen whole.
  @inline(__always)
  public func index(ofFoot foot: Point) -> Int? {
    switch self {
    case .floor(let cells, let map):
      guard let floor = map.floorPoint(of: foot) else { return nil }
      return cells.seenIndex(of: floor)
    case .picture(let grid): return grid.index(of: foot)
    }
  }

  /// Whether a square is seen whole.
  public func isSeen(_ index: Int) -> Bool {
    switch self {
    case .floor(let cells, _): cells.isSeen(index)
    case .picture: true
    }
  }

  /// The middle of a square, in metres of the plan or pixels of the picture.
  public func middle(of index: Int) -> Point {
    switch self {
    case .floor(let cells, _): cells.middle(of: index)
    case .picture(let grid): grid.middle(of: index)
    }
  }

  /// The area in which time is counted: square metres of a square of the plan; 1 for the picture, where time is counted by
  /// square.
  public var area: Double {
    switch self {
    case .floor: FloorCells.sideMetres * FloorCells.sideMetres
    case .picture: 1
    }
  }
}
