internal import FootfallPlanning

/// Who can work, how shifts may look and what matters, as a staff file says it.
///
/// The format is described in docs/planning.md. Times are kept as written, on the store's clock; they become minutes of a
/// period by ``problem(on:demand:published:)``.
struct StaffFile: Sendable {
  /// The file as the user named it; errors begin with it.
  var path: String
  /// The store's id.
  var store: String
  /// ISO 4217; nil where the file names no costs.
  var currency: String?
  /// On which contracts' weeks begin, 0 being Monday.
  var firstWeekday: Int
  /// Ids differ.
  var roles: [StaffRole]
  var rules: ShiftRules
  /// Lengths of time that must be multiples of the interval that is planned in.
  var gridded: [GriddedMinutes]
  /// Where the list of breaks stands.
  var breaksPosition: SourcePosition
  /// Ids differ.
  var staff: [Person]
  var weights: PlanWeights
  /// What is allowed, and yet most likely not meant: a line each.
  var warnings: [String]

  /// A length of time, as written.
  struct GriddedMinutes: Hashable, Sendable {
    var label: String
    var minutes: Located<Int>
  }

  /// One employee, as written.
  struct Person: Hashable, Sendable {
    var id: Located<String>
    var skills: Set<String>
    var contract: Contract
    var hourlyCents: Int?
    /// Nil for always.
    var available: [StaffTime]?
    var unavailable: [StaffTime]
    var wishes: [Wanted]
    var pinned: [Pin]
    var history: [Worked]
  }

  struct Wanted: Hashable, Sendable {
    var kind: Wish.Kind
    var time: StaffTime
    var weight: Double
  }

  struct Pin: Hashable, Sendable {
    var position: SourcePosition
    var role: String
    var time: StaffTime
  }

  struct Worked: Hashable, Sendable {
    var time: StaffTime
    var unpaidMinutes: Int
  }
}

extension StaffFile {
  /// Reads and checks a staff file.
  /// - Throws: ``SceneError`` of kind `noInput` where the file can't be read, `badData` where it can't be used.
  init(contentsOfFile path: String) throws(SceneError) {
    let root = try YAMLDocument.root(ofFile: path, kind: "staff file")
    self = try StaffParser(path: path).file(from: root)
  }

  /// Checks the text of a staff file; `path` is what errors call it.
  init(text: String, path: String) throws(SceneError) {
    self = try StaffParser(path: path).file(from: YAMLDocument.root(of: text, path: path))
  }
}
