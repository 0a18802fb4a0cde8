import FootfallExport
import FootfallPipeline
import FootfallPlanning
import FootfallStore
import FootfallVision
import FootfallWeb

/// An error whose description is one line for the user, and which says how the program ends.
protocol ReportedError: Error, CustomStringConvertible {
  var status: ExitStatus { get }
}

extension CommandError: ReportedError {}

extension SceneError: ReportedError {}

extension VisionError: ReportedError {
  var status: ExitStatus {
    switch kind {
    case .noInput: .noInput
    case .badData: .badData
    case .unavailable: .unavailable
    case .internal: .internal
    }
  }
}

extension AnalysisCancelled: ReportedError {
  var status: ExitStatus { .interrupted }
}

extension SolverError: ReportedError {
  var status: ExitStatus { .unavailable }
}

extension ExportError: ReportedError {
  var status: ExitStatus { .io }
}

extension WebError: ReportedError {
  var status: ExitStatus {
    switch kind {
    case .noInput: .noInput
    case .unavailable: .unavailable
    }
  }
}

extension StoreError: ReportedError {
  var status: ExitStatus {
    switch kind {
    case .missing: .noInput
    case .exists: .usage
    case .notADatabase, .newerSchema, .corrupt, .overlap, .otherClock: .badData
    case .unwritable, .full, .busy: .io
    case .failed: .internal
    }
  }
}
