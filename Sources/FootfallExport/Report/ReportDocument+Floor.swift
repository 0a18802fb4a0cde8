internal import FootfallAnalytics
internal import FootfallCore

extension ReportDocument {
  /// Where to find the floor plan of where people spent their time, and its numbers.
  public struct FloorPlan: Codable, Hashable, Sendable {
    /// The picture's file, beside the report.
    public var image: String
    /// The file with the numbers, a row for each square.
    public var data: String
    /// The side of a square, in metres.
    public var cellMetres: Double
    /// Squares along x.
    public var columns: Int
    /// Squares along y.
    public var rows: Int
    /// The corner of least x and y of the first square, in metres.
    public var origin: [Double]
    /// The area of the squares that are seen whole.
    public var squareMetres: Double
    /// The time of all people in these squares.
    public var personSeconds: Double

    init(_ heatmap: FloorHeatmap, image: String, data: String) {
      let (cells, side) = (heatmap.cells, FloorCells.sideMetres)
      self.image = image
      self.data = data
      cellMetres = side
      columns = cells.columns
      rows = cells.rows
      origin = [Double(cells.firstColumn) * side, Double(cells.firstRow) * side]
      squareMetres = ReportDocument.thousandths(Double(cells.seenCount) * side * side)
      personSeconds = ReportDocument.thousandths(heatmap.personSeconds.reduce(0, +))
    }
  }

  /// What was measured on the floor plan at one camera.
  public struct Floor: Codable, Hashable, Sendable {
    /// How far the map to the floor misses the points that it was fitted to, in metres; four points always fit.
    public struct Residual: Codable, Hashable, Sendable {
      /// One of these points.
      public struct Place: Codable, Hashable, Sendable {
        /// Where it lies in the picture, in pixels.
        public var image: [Double]
        /// Where it lies on the floor, in metres.
        public var floor: [Double]
        /// How far the map misses it.
        public var errorMetres: Double
      }

      /// The square root of the mean square of the errors.
      public var rmsMetres: Double
      /// The largest error.
      public var worstMetres: Double
      /// The points, in the order of the scene.
      public var points: [Place]
    }

    /// What a number is like among several people; null without any.
    public struct Spread: Codable, Hashable, Sendable {
      /// Half of them have no more.
      @Nullable public var median: Double?
      /// The arithmetic mean.
      @Nullable public var mean: Double?
      /// Nine of ten have no more.
      @Nullable public var p90: Double?
    }

    /// How far and how fast one person walked.
    public struct Walk: Codable, Hashable, Sendable {
      /// Who.
      public var track: Int
      /// The length of the way; 0 for somebody who did not move beyond the noise of their position.
      public var pathMetres: Double
      /// How long they were walking.
      public var walkingSeconds: Double
      /// The mean speed while walking, in metres a second; null where they did not.
      @Nullable public var meanSpeed: Double?
      /// The speed not exceeded for half of that time; null where they did not walk.
      @Nullable public var medianSpeed: Double?
    }

    /// How well the map fits.
    public var residual: Residual
    /// Where the time was spent.
    public var heatmap: FloorPlan
    /// The time of all people outside the squares that are seen: partly in view, too far away or cut off.
    public var personSecondsElsewhere: Double
    /// People who walked.
    public var walkers: Int
    /// The lengths of their ways, in metres.
    public var pathMetres: Spread
    /// Their mean speeds while walking, in metres a second.
    public var speed: Spread
    /// Everybody, ordered by track.
    public var walks: [Walk]

    init(_ result: FloorResult, camera: String) {
      residual = Residual(result.map)
      heatmap = FloorPlan(
        result.heatmap, image: ResultFileName.floorImage(camera: camera),
        data: ResultFileName.floorTable(camera: camera))
      personSecondsElsewhere = ReportDocument.thousandths(result.heatmap.elsewhere)
      walkers = result.walks.count { $0.walking > .zero }
      pathMetres = Spread(result.paths)
      speed = Spread(result.speeds)
      walks = result.walks.map { Walk($0) }
    }
  }

  /// A number to three decimals.
  static func thousandths(_ number: Double) -> Double { Fixed.rounded(number, decimals: 3) }
}

extension ReportDocument.Floor.Residual {
  fileprivate init(_ map: FloorMap) {
    let errors = map.errorsMetres
    rmsMetres = ReportDocument.thousandths(map.rmsMetres)
    worstMetres = ReportDocument.thousandths(errors.max() ?? 0)
    points = zip(map.correspondences, errors).map { pair, error in
      Place(
        image: [pair.image.x, pair.image.y].map(ReportDocument.thousandths),
        floor: [pair.floor.x, pair.floor.y].map(ReportDocument.thousandths),
        errorMetres: ReportDocument.thousandths(error))
    }
  }
}

extension ReportDocument.Floor.Spread {
  fileprivate init(_ summary: SampleSummary?) {
    median = (summary?.median).map(ReportDocument.thousandths)
    mean = (summary?.mean).map(ReportDocument.thousandths)
    p90 = (summary?.p90).map(ReportDocument.thousandths)
  }
}

extension ReportDocument.Floor.Walk {
  fileprivate init(_ walk: PersonWalk) {
    track = walk.track.number
    pathMetres = ReportDocument.thousandths(walk.pathMetres)
    walkingSeconds = ReportDocument.thousandths(walk.walking.inSeconds)
    meanSpeed = walk.meanSpeed.map(ReportDocument.thousandths)
    medianSpeed = walk.medianSpeed.map(ReportDocument.thousandths)
  }
}
