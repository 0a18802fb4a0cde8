/// What the files of a run's results are called.
public enum ResultFileName {
  /// All numbers of the run, schema `footfall.report/1`.
  public static let report = "report.json"
  /// The same for people to read.
  public static let page = "report.html"
  /// One event a line.
  public static let events = "events.jsonl"

  /// The paths of the people at one camera, MOTChallenge rows.
  public static func tracks(camera: String) -> String { "tracks-\(camera).txt" }

  /// The detector's boxes at one camera, MOTChallenge rows.
  public static func detections(camera: String) -> String { "detections-\(camera).txt" }

  /// The picture of where people spent their time at one camera.
  public static func heatmapImage(camera: String) -> String { "heatmap-\(camera).png" }

  /// The numbers behind that picture.
  public static func heatmapTable(camera: String) -> String { "heatmap-\(camera).csv" }

  /// The floor plan of where people spent their time at one camera.
  public static func floorImage(camera: String) -> String { "floor-\(camera).png" }

  /// The numbers behind that plan.
  public static func floorTable(camera: String) -> String { "floor-\(camera).csv" }

  /// The floor plan of all cameras together.
  public static let storeFloorImage = "floor.png"
  /// The numbers behind it.
  public static let storeFloorTable = "floor.csv"
}
