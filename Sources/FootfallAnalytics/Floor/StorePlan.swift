/// The floor plan of all cameras together, on which time is counted once where several of them see the same floor.
///
/// A square belongs to the camera that shows it largest, and only the time seen by that camera counts there. Nobody needs
/// to be recognised for that: who stands in the overlap is in one square, and that has one camera (docs/adr/0015).
public struct StorePlan: Hashable, Sendable {
  /// What one camera has to do with the plan.
  public struct Camera: Hashable, Sendable {
    /// The camera's id.
    public var id: String
    /// The squares that belong to it.
    public var squares: Int
    /// The time of all people in them, as this camera saw it.
    public var personSeconds: Double
    /// The time that it saw in squares of other cameras, where it is not counted.
    public var personSecondsOfOthers: Double
  }

  /// The cameras, in the order of the scene.
  public private(set) var cameras: [Camera]
  /// Person-seconds of every square, each by the camera to which it belongs; `elsewhere` is 0, as a place that one camera
  /// does not show may be shown by another.
  public private(set) var heatmap: FloorHeatmap
  /// The camera of each square, as an index into `cameras`; nil where none sees it.
  public private(set) var owners: [Int?]

  /// Puts together what cameras saw; nil for fewer than two of them.
  public init?(_ views: [(camera: String, heatmap: FloorHeatmap)]) {
    guard views.count > 1 else { return nil }
    self.init(joining: views)
  }

  /// Puts together what any number of cameras saw.
  public init(joining views: [(camera: String, heatmap: FloorHeatmap)]) {
    let all = views.map(\.heatmap.cells)
    let firstColumn = all.map(\.firstColumn).min() ?? 0
    let firstRow = all.map(\.firstRow).min() ?? 0
    var cells = FloorCells(
      columns: firstColumn..<(all.map { $0.firstColumn + $0.columns }.max() ?? firstColumn),
      rows: firstRow..<(all.map { $0.firstRow + $0.rows }.max() ?? firstRow))
    var owners = [Int?](repeating: nil, count: cells.pixelsPerMetre.count)
    cameras = views.map { Camera(id: $0.camera, squares: 0, personSeconds: 0, personSecondsOfOthers: 0) }
    for (camera, view) in all.enumerated() {
      for index in view.pixelsPerMetre.indices {
        guard let square = view.index(of: index, in: cells),
          view.pixelsPerMetre[index] > cells.pixelsPerMetre[square]
        else { continue }
        cells.see(square, pixelsPerMetre: view.pixelsPerMetre[index])
        owners[square] = camera
      }
    }
    heatmap = FloorHeatmap(cells: cells)
    self.owners = owners
    for camera in views.indices { count(views[camera].heatmap, of: camera) }
  }

  /// Adds what one camera saw to the squares that belong to it.
  private mutating func count(_ view: FloorHeatmap, of camera: Int) {
    for index in view.personSeconds.indices where view.cells.isSeen(index) {
      if let square = square(at: index, of: view.cells, camera: camera) {
        cameras[camera].squares += 1
        cameras[camera].personSeconds += view.personSeconds[index]
        heatmap.set(view.personSeconds[index], ofSquare: square)
      } else {
        cameras[camera].personSecondsOfOthers += view.personSeconds[index]
      }
    }
  }

  /// The square of the plan at the place of a square that a camera sees; nil where it belongs to another camera.
  /// - Parameters:
  ///   - index: of `cells`, which are the camera's own.
  ///   - camera: an index into ``cameras``.
  public func square(at index: Int, of cells: FloorCells, camera: Int) -> Int? {
    guard let square = cells.index(of: index, in: heatmap.cells), owners[square] == camera else { return nil }
    return square
  }
}
