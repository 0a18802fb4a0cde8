import FootfallExport

/// Where the files of a plan go.
struct PlanPlaces {
  /// The plan itself.
  let plan: String
  /// The folder of its tables.
  let tables: String?
  /// The folder of its calendars.
  let calendars: String?
  let page: String?

  /// Checks that everything can be written, and leaves nothing behind: before a search, so that it is not in vain.
  func check() throws {
    for file in [plan, page].compactMap({ $0 }) { try StagedFile.check(file) }
    for folder in [tables, calendars].compactMap({ $0 }) { _ = try OutputFolder(at: folder) }
  }
}
