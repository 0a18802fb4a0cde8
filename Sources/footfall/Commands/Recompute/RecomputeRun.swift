import FootfallAnalytics
import FootfallPipeline
import FootfallStore
import Foundation
import Logging

/// One run of `footfall recompute`: every recording is replayed, then all results are written at once.
struct RecomputeRun {
  private let database: EventStore
  private let plan: RecomputePlan
  private let logger: Logger

  init(_ database: EventStore, plan: RecomputePlan, logger: Logger) {
    self.database = database
    self.plan = plan
    self.logger = logger
  }

  func run() throws -> RecomputeSummary {
    let before = try database.totals(store: plan.store)
    let records = try replay()
    if Interrupt.flag.isCancelled { throw AnalysisCancelled() }
    if !records.isEmpty {
      try database.record(records) { if Interrupt.flag.isCancelled { throw AnalysisCancelled() } }
    }
    logger.info("results are written", metadata: ["recordings": "\(records.count)"])
    return RecomputeSummary(
      plan, before: before, after: try database.totals(store: plan.store),
      versions: try database.geometryVersions(store: plan.store))
  }

  /// Replays as many recordings at a time as there are processors.
  private func replay() throws -> [RunRecord] {
    let jobs = plan.jobs
    let progress = ProgressReporter(
      jobs.count == 1 ? jobs[0].run.recording.camera : "\(jobs.count) recordings",
      totals: jobs.map { $0.run.recording.frames })
    defer { progress.finish() }
    let failure = CancellationFlag()
    return try WorkerThreads.map(
      count: jobs.count, threads: ProcessInfo.processInfo.activeProcessorCount,
      onFailure: { failure.cancel() }
    ) { item, _ in
      let record = try jobs[item].record(
        from: database, isCancelled: { Interrupt.flag.isCancelled || failure.isCancelled }
      ) { progress.update(part: item, frames: $0) }
      logger.info(
        "recording is counted",
        metadata: [
          "camera": "\(record.recording.camera)", "source": "\(record.recording.source)",
          "people": "\(record.result.people)", "events": "\(record.result.events.count)",
        ])
      return record
    }
  }
}
