internal import FootfallCore
internal import FootfallStore
internal import Foundation

/// What each camera of a store watches, as a scene file says it.
///
/// The format is described in docs/scene-file.md. Positions are kept as written, with their place in the file: a file with
/// `units: normalized` gets pixels only when the size of the picture is known, by ``cameraScene(id:size:)``.
struct SceneFile: Sendable {
  /// The file as the user named it; errors begin with it.
  var path: String
  /// The name of the time zone as written; `timeZone` may bear another name for it.
  var timeZoneName: String
  /// The store's wall clock.
  var timeZone: TimeZone
  /// The store's id.
  var store: String
  /// When the store is open; nil where the file does not say.
  var hours: OpeningHours?
  /// What counts as what, at every camera.
  var thresholds: CountingThresholds
  /// The file that says what staff wear; nil where the scene names none.
  ///
  /// A relative path has been resolved against the folder of the scene file.
  var staffUniforms: Located<String>?
  /// The file of secrets that `${NAME}` may stand for; nil where the scene names none.
  ///
  /// A relative path has been resolved against the folder of the scene file.
  var secrets: Located<String>?
  /// Who is told what happens.
  var sinks = Sinks()
  /// Ids differ.
  var alerts: [Alert] = []
  /// At least one, ids differ; none where the file has a floor plan and its reader needs no camera.
  var cameras: [Camera]
  /// Zones drawn on the floor itself; nil where the file has none.
  var floorPlan: FloorPlan?
  /// Groups of zones, ids differ.
  var scenes: [Scene]
  /// How `footfall serve` is reached.
  var server = ServerSettings()
  /// What `footfall serve` keeps for how long.
  var retention = Retention()
  /// The shift plan that is in force; nil where the scene names none.
  ///
  /// A relative path has been resolved against the folder of the scene file.
  var staffing: Located<String>?
  /// What `footfall layout report` wrote last; nil where the scene names none.
  ///
  /// A relative path has been resolved against the folder of the scene file.
  var layoutReport: Located<String>?
  /// How members are recognised; nil where nobody is.
  var members: Members?

  /// What the coordinates of a camera count.
  enum Units: String, Hashable, Sendable, CaseIterable {
    /// Pixels of the source's full resolution.
    case pixels
    /// Fractions of the picture's width and height.
    case normalized
  }

  /// One camera, as written.
  struct Camera: Hashable, Sendable {
    var id: Located<String>
    /// Where the pictures come from, nil where the command line says it.
    ///
    /// A relative path has been resolved against the folder of the scene file. An address may hold a password: it is
    /// not for logs or errors. May name secrets: see ``SceneFile/source(of:)``.
    var source: String?
    /// Where the file says the source.
    var sourcePosition: SourcePosition?
    var units: Units
    var lines: [Line]
    var zones: [Zone]
    var floor: Floor?
  }

  /// One counting line, as written.
  struct Line: Hashable, Sendable {
    var id: Located<String>
    var from: Located<Point>
    var to: Located<Point>
    var kind: CountingLine.Kind
    var isSwapped: Bool
  }

  /// One zone, as written.
  struct Zone: Hashable, Sendable {
    var id: Located<String>
    var corners: [Located<Point>]
    var kind: FootfallCore.Zone.Kind
    /// How long a visit lasts at least that counts as engaged; nil for the usual time of the kind.
    var engagedTime: Duration?
    /// How long somebody may be inside who does not work here; nil for the usual time of the kind.
    var staffTime: Duration?
    /// Whether everybody in the store is in the zone.
    var coversStore: Bool
  }

  /// Points seen in the picture and measured on the floor, as written.
  struct Floor: Hashable, Sendable {
    /// Where the list of points begins.
    var position: SourcePosition
    var points: [Homography.Correspondence]
    var lens: Located<Lens>?
  }

  /// How a lens bends the picture, as written.
  struct Lens: Hashable, Sendable {
    /// k1, k2, k3.
    var coefficients: [Double]
    /// The radius that counts as 1, in pixels or picture widths; nil for half the picture's diagonal.
    var focal: Double?
  }

  /// The floor of the store with what stands on it, in metres.
  struct FloorPlan: Hashable, Sendable {
    /// The corners of the floor; nil where they are not given.
    var outline: [Point]?
    /// Where visitors come in and go out.
    var entrances: [Line]
    var zones: [Zone]
    /// Whether y grows downwards on the plan as it is drawn.
    var isDownward: Bool
  }

  /// Zones that belong together, as a customer sees them.
  struct Scene: Hashable, Sendable {
    var id: Located<String>
    /// Ids of zones of any camera or of the floor plan, at least one.
    var zones: [Located<String>]
  }
}

extension SceneFile {
  /// The scene of footage for which no file was given: one camera that watches no line and no zone, on UTC.
  static let withoutLinesAndZones = SceneFile(
    path: "(no scene file)", timeZoneName: "UTC", timeZone: .gmt, store: "store", hours: nil,
    thresholds: CountingThresholds(), staffUniforms: nil,
    cameras: [
      Camera(
        id: Located(value: "camera", position: .start), source: nil, units: .pixels, lines: [],
        zones: [], floor: nil)
    ], floorPlan: nil, scenes: [])
}
