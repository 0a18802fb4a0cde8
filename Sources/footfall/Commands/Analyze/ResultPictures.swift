import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallVision

/// The pictures of a run by camera, written beside the report with the numbers behind them.
struct ResultPictures {
  /// Person-seconds over the picture of the empty scene.
  private(set) var heatmaps: [String: [UInt8]] = [:]
  /// Person-seconds on the floor plan, of cameras with a map of it.
  private(set) var floors: [String: [UInt8]] = [:]

  /// Draws and writes them.
  init(of outcomes: [CameraJob.Outcome], jobs: [CameraJob], in folder: OutputFolder) throws {
    for (job, outcome) in zip(jobs, outcomes) {
      let (camera, result) = (outcome.recording.info.camera, outcome.recording.result)
      let heatmap = try job.heatmap(of: outcome)
      try folder.write(heatmap, named: ResultFileName.heatmapImage(camera: camera))
      try folder.write(
        HeatmapCSV.encoded(result.heatmap), named: ResultFileName.heatmapTable(camera: camera))
      heatmaps[camera] = heatmap
      guard let floor = result.floor else { continue }
      var plan = FloorPlanPicture(floor.heatmap, isDownward: floor.map.isHandedAsPicture)
      plan.add(result.scene, through: floor.map)
      let picture = try plan.png()
      try folder.write(picture, named: ResultFileName.floorImage(camera: camera))
      try folder.write(FloorCSV.encoded(floor.heatmap), named: ResultFileName.floorTable(camera: camera))
      floors[camera] = picture
    }
  }
}

/// The floor plan of all cameras together, written beside the report.
struct StoreFloorFiles {
  /// The plan as PNG.
  let picture: [UInt8]

  /// Draws and writes it; nil for fewer than two cameras with a map of the floor.
  init?(of report: AnalysisReport, in folder: OutputFolder) throws {
    guard let plan = report.storePlan else { return nil }
    let views = report.cameras.compactMap { recording in
      recording.result.floor.map { (recording.result.scene, $0.map) }
    }
    var drawing = FloorPlanPicture(plan.heatmap, isDownward: views.allSatisfy { $0.1.isHandedAsPicture })
    for (scene, map) in views { drawing.add(scene, through: map) }
    picture = try drawing.png()
    try folder.write(picture, named: ResultFileName.storeFloorImage)
    try folder.write(FloorCSV.encoded(plan), named: ResultFileName.storeFloorTable)
  }
}
