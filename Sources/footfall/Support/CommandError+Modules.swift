import FootfallExport
import FootfallStore

extension CommandError {
  /// The end of a command for trouble with the database.
  init(_ error: StoreError) {
    let status: ExitStatus =
      switch error.kind {
      case .missing: .noInput
      case .notADatabase, .newerSchema, .corrupt, .overlap: .badData
      case .unwritable, .full, .busy, .failed: .io
      }
    self.init(error.description, status)
  }

  /// The end of a command for results that could not be written.
  init(_ error: ExportError) { self.init(error.description, .io) }
}
