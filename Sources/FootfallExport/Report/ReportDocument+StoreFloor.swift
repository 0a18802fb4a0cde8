internal import FootfallAnalytics
internal import FootfallCore

extension ReportDocument {
  /// The floor plan of all cameras together; time in the overlap of two counts once.
  public struct StoreFloor: Codable, Hashable, Sendable {
    /// What one camera has to do with the plan.
    public struct Camera: Codable, Hashable, Sendable {
      /// The camera's id.
      public var id: String
      /// The area that belongs to it: that which it shows larger than any other camera does.
      public var squareMetres: Double
      /// The time of all people there.
      public var personSeconds: Double
      /// The time that it saw where the floor belongs to other cameras, and which is not counted.
      public var personSecondsOfOthers: Double
    }

    /// Where the time was spent.
    public var heatmap: FloorPlan
    /// The cameras with a floor, in the order of the scene.
    public var cameras: [Camera]

    init(_ plan: StorePlan) {
      heatmap = FloorPlan(
        plan.heatmap, image: ResultFileName.storeFloorImage, data: ResultFileName.storeFloorTable)
      let area = FloorCells.sideMetres * FloorCells.sideMetres
      cameras = plan.cameras.map { camera in
        Camera(
          id: camera.id, squareMetres: ReportDocument.thousandths(Double(camera.squares) * area),
          personSeconds: ReportDocument.thousandths(camera.personSeconds),
          personSecondsOfOthers: ReportDocument.thousandths(camera.personSecondsOfOthers))
      }
    }
  }
}
