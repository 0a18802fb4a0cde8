import FootfallAnalytics
import FootfallCore

/// The people who work here, as a file of marks says when and where they stand.
struct StaffMarks {
  /// One of them.
  struct Mark {
    var camera: String
    var seconds: Double
    /// In the camera's units.
    var at: Point
    /// Where it stands in the file.
    var position: SourcePosition
  }

  private static let fileKeys = ["version", "staff"]
  private static let keys = ["camera", "seconds", "at"]

  /// The file as the user named it.
  let path: String
  /// At least one.
  let marks: [Mark]

  /// Reads and checks a file of marks.
  /// - Throws: ``SceneError``.
  init(contentsOfFile path: String, scene: SceneFile) throws(SceneError) {
    let root = try YAMLDocument.root(ofFile: path, kind: "file of marks")
    let file = try root.mapping()
    try file.requireVersion1()
    try file.allowOnly(Self.fileKeys)
    let list = try file.required("staff", "a list of {camera, seconds, at}")
    var marks: [Mark] = []
    for element in try list.list(of: "mark") { marks.append(try Self.mark(element, scene: scene)) }
    if marks.isEmpty { throw list.error("staff is an empty list; expected at least one mark") }
    self.path = path
    self.marks = marks
  }

  private static func mark(_ value: YAMLValue, scene: SceneFile) throws(SceneError) -> Mark {
    let mapping = try value.mapping()
    try mapping.allowOnly(keys)
    let camera = try mapping["camera"]?.identifier()
    let known = scene.cameras.map(\.id.value)
    guard let id = camera?.value ?? (known.count == 1 ? known.first : nil), known.contains(id) else {
      let name = camera.map { "names the camera '\($0.value)'" } ?? "names no camera"
      throw value.error("mark \(name); cameras of \(scene.path): \(SceneParser.listed(known))")
    }
    let seconds = try mapping.required("seconds", "the time since the first frame")
    guard try seconds.coordinate() >= 0 else {
      throw seconds.error("seconds is \(seconds.printed); allowed: 0 or more")
    }
    return Mark(
      camera: id, seconds: try seconds.coordinate(),
      at: try mapping.required("at", "[x, y], a position on the person").point().value,
      position: value.position)
  }
}
