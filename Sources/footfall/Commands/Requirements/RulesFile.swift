import FootfallPlanning

/// What a rules file says about service and staffing; the format is described in docs/planning.md.
struct RulesFile {
  var rules: StaffingRules
  /// Every series that a role names.
  var series: [Located<String>]
  /// Where each role stands in the file.
  var positions: [String: SourcePosition]
  /// The file, as the user named it.
  var path: String

  /// Reads and checks a file.
  /// - Throws: ``SceneError`` that names the line.
  init(contentsOfFile path: String) throws(SceneError) {
    self = try RulesParser(path: path).rules(from: YAMLDocument.root(ofFile: path, kind: "rules file"))
  }

  init(
    rules: StaffingRules, series: [Located<String>], positions: [String: SourcePosition], path: String
  ) {
    self.rules = rules
    self.series = series
    self.positions = positions
    self.path = path
  }

  /// Refuses a role that draws on a series which the forecast does not have.
  func check(series known: [String]) throws(SceneError) {
    for name in series where !known.contains(name.value) {
      throw SceneError(
        path: path, at: name.position,
        "series \(YAMLValue.quoted(name.value)) is not in the forecast"
          + NearestName.hint(for: name.value, among: known) + " allowed: \(SceneParser.listed(known))")
    }
  }
}
