import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallPipeline
import FootfallStore
import FootfallVision
import Foundation
import Logging

/// One run of `footfall analyze`: all cameras side by side, then the report, the page and the database.
struct AnalysisRun {
  private let command: AnalyzeCommand
  private let scene: SceneFile
  private let assignments: [SourceAssignment]

  init(command: AnalyzeCommand, scene: SceneFile, assignments: [SourceAssignment]) {
    self.command = command
    self.scene = scene
    self.assignments = assignments
  }

  func run() throws {
    let audit = try command.audit.map { try CountAccuracy(at: $0) }
    try audit?.checkKnows(assignments.map(\.camera), of: scene)
    let folder = try OutputFolder(at: command.out)
    let lists =
      try command.given.detections.isEmpty
      ? nil : DetectionLists(command.given.detections, cameras: assignments.map(\.camera))
    var detector = lists == nil ? try command.detector.open(users: threadCount, rate: command.rate) : nil
    let used = UsedDetector(detector)
    let logger = command.log.logger
    logger.info("detector is ready", metadata: used.metadata)
    let jobs = try makeJobs(detector)
    let database = try command.db.map { try EventStore(path: $0, access: .readWrite) }
    try database.map { database in
      try jobs.forEach {
        try database.check($0.expectedRecording(), overlaps: command.replace ? .replace : .refuse)
      }
    }
    let events = try folder.stream(named: ResultFileName.events)
    let startSeconds = ProcessClock.secondsAlive
    let outcomes = try analyze(jobs, detector, lists, into: folder, logger)
    try write(outcomes.map(\.summary.result.events), of: jobs, to: events)
    let wallSeconds = ProcessClock.secondsAlive - startSeconds
    // The network holds a third of the process's memory, which the pictures are drawn without.
    detector = nil
    let pictures = try ResultPictures(of: outcomes, jobs: jobs, in: folder)
    // The last moment to stop: what the database holds, the folder is to hold too.
    if Interrupt.flag.isCancelled { throw AnalysisCancelled() }
    let report = AnalysisReport(
      store: scene.store, timeZone: scene.timeZoneName, hours: scene.hours,
      countErrors: audit?.errors(atEntrancesOf: scene) ?? .unaudited, generatorVersion: Generator.version,
      cameras: outcomes.map(\.recording),
      performance: performance(
        outcomes, used: used, startSeconds: startSeconds, wallSeconds: wallSeconds))
    let storeFloor = try StoreFloorFiles(of: report, in: folder)
    var document = ReportDocument(report)
    audit?.addIntervals(to: &document)
    let page = ReportPage(
      report, document: document, heatmapImages: pictures.heatmaps, floorImages: pictures.floors,
      storeFloorImage: storeFloor?.picture)
    try folder.write(page.encoded(), named: ResultFileName.page)
    try database.map { try store(outcomes, of: jobs, in: $0, used: used) }
    // Once more, with the time that page and database took.
    document.performance = performance(
      outcomes, used: used, startSeconds: startSeconds, wallSeconds: wallSeconds)
    try folder.write(document.encoded(), named: ResultFileName.report)
    try folder.publish()
    logger.info("results are written", metadata: ["folder": "\(command.out)"])
  }

  /// Opens the footage of all cameras.
  private func makeJobs(_ detector: PersonDetector?) throws -> [CameraJob] {
    let settings = CameraJob.Settings(
      scene: scene, uniforms: try scene.uniforms(), start: command.start, interval: command.interval.duration,
      tracking: command.tracking,
      rate: command.rate,
      tracker: try command.detector.trackerParameters(of: detector),
      writesDetections: command.writeDetections, storesTracks: command.db != nil)
    return try assignments.map { try CameraJob($0, settings: settings) }
  }

  /// How many cameras are analysed at a time: more than there are processors would take memory and gain nothing.
  private var threadCount: Int {
    min(assignments.count, ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Analyses the cameras' footage, several at a time, all with the same network.
  private func analyze(
    _ jobs: [CameraJob], _ detector: PersonDetector?, _ lists: DetectionLists?, into folder: OutputFolder,
    _ logger: Logger
  ) throws -> [CameraJob.Outcome] {
    let sinks = try jobs.map { try $0.makeSink(in: folder) }
    let detectors = try detector.map { first in
      [first] + (try (1..<threadCount).map { _ in try first.sharing() })
    }
    let progress = ProgressReporter(
      jobs.count == 1 ? jobs[0].camera : "\(jobs.count) cameras", totals: jobs.map(\.expectedFrames))
    defer { progress.finish() }
    return try WorkerThreads.map(
      count: jobs.count, threads: threadCount, onFailure: { Interrupt.flag.cancel() }
    ) { item, thread in
      let people =
        detectors.map { DetectionSource.detector($0[thread]) } ?? .known(lists?[jobs[item].camera] ?? [:])
      let outcome = try jobs[item].run(people, into: sinks[item]) { progress.update(part: item, frames: $0) }
      logger.info(
        "camera is analysed",
        metadata: [
          "camera": "\(jobs[item].camera)", "frames": "\(outcome.summary.frames)",
          "people": "\(outcome.summary.result.people)", "events": "\(outcome.summary.result.events.count)",
        ])
      return outcome
    }
  }

  /// Writes the events of all cameras, each camera's in its own order, and those of several by time.
  private func write(_ events: [[Event]], of jobs: [CameraJob], to stream: OutputStreamFile) throws {
    let formatters = jobs.map(\.eventFormatter)
    var next = jobs.map { _ in 0 }
    while true {
      let waiting = jobs.indices.filter { next[$0] < events[$0].count }
      let first = waiting.min {
        jobs[$0].milliseconds(of: events[$0][next[$0]]) < jobs[$1].milliseconds(of: events[$1][next[$1]])
      }
      guard let first else { return }
      try stream.append { formatters[first].append(events[first][next[first]], to: &$0) }
      next[first] += 1
    }
  }

  private func performance(
    _ outcomes: [CameraJob.Outcome], used: UsedDetector, startSeconds: Double, wallSeconds: Double
  ) -> ReportDocument.Performance {
    var stages = FootageSummary.Stages()
    for outcome in outcomes { stages.merge(outcome.summary.stages) }
    func stage(_ histogram: DurationHistogram) -> ReportDocument.Performance.Stage {
      .init(median: histogram.quantileMilliseconds(0.5), p95: histogram.quantileMilliseconds(0.95))
    }
    return ReportDocument.Performance(
      startSeconds: startSeconds, wallSeconds: wallSeconds,
      finishSeconds: ProcessClock.secondsAlive - startSeconds - wallSeconds,
      sourceFrames: outcomes.reduce(0) { $0 + $1.summary.frames },
      detectorRuns: outcomes.reduce(0) { $0 + $1.summary.detectorRuns },
      stages: .init(
        decode: stage(stages.decode), detect: stage(stages.detect), track: stage(stages.track),
        analyze: stage(stages.analyze)),
      peakMemoryBytes: ProcessClock.peakMemoryBytes, engine: used.engine, precision: used.precision,
      model: used.model)
  }

  private func store(
    _ outcomes: [CameraJob.Outcome], of jobs: [CameraJob], in database: EventStore,
    used: UsedDetector
  ) throws {
    let analysis = Analysis(
      model: used.model ?? "detections: " + command.given.detections.joined(separator: ", "),
      engine: used.engine ?? "none", precision: used.precision ?? "none",
      tracking: command.tracking.rawValue,
      generatorVersion: Generator.version, metricVersion: ReportDocument.currentMetricVersion)
    let runs = try zip(jobs, outcomes).map { job, outcome in
      RunRecord(
        recording: try job.recording(
          duration: outcome.summary.end - .zero, frames: outcome.summary.frames,
          framesPerSecond: outcome.summary.framesPerSecond),
        analysis: analysis, result: outcome.recording.result, minutes: outcome.summary.series[1],
        tracks: outcome.tracks)
    }
    try database.record(runs, overlaps: command.replace ? .replace : .refuse)
    try database.close()
  }
}

/// What found the people of a run, by name; nil where they were detected before.
private struct UsedDetector {
  let model: String?
  let engine: String?
  let precision: String?

  init(_ detector: PersonDetector?) {
    model = detector?.profile.name
    engine = detector?.engine.rawValue
    precision = detector?.precision.rawValue
  }

  /// For the log, with the time at which the detector was ready.
  var metadata: Logger.Metadata {
    [
      "model": "\(model ?? "-")", "engine": "\(engine ?? "-")", "precision": "\(precision ?? "-")",
      "secondsAlive": "\(ProcessClock.secondsAlive.fixed(2))",
    ]
  }
}
