import Benchmark
import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallStore
import FootfallVision

/// What is done once a run: the drawing, the database and the files.
func registerResultBenchmarks(database: String) throws {
  let run = RecordedRun()
  try registerDrawing(of: run)
  try registerStore(of: run, database: database)
  let clock = try run.clock()
  let report = run.report(clock)
  benchmark("report.json, \(run.result.events.count) events") { _ = try ReportDocument(report).encoded() }
  let formatter = EventLineFormatter(store: "store", camera: "camera", clock: clock)
  var text = TextBuffer()
  benchmark("events.jsonl, \(run.result.events.count) events") {
    text.removeAll()
    for event in run.result.events { formatter.append(event, to: &text) }
  }
}

private func registerDrawing(of run: RecordedRun) throws {
  let grid = run.result.heatmap
  let background = PixelBuffer()
  background.resize(to: run.crowd.size)
  background.bytes.initializeMemory(as: UInt8.self, repeating: 128)
  let picture = HeatmapPicture(
    columns: grid.columns, rows: grid.rows, cellPixels: grid.cellPixels, values: grid.personSeconds,
    lines: run.result.scene.lines, zones: run.result.scene.zones)
  benchmark("heatmap, drawing") { _ = try picture.png(over: background, size: run.crowd.size) }
}

/// Each iteration stores a quarter of an hour that follows the one before.
private func registerStore(of run: RecordedRun, database: String) throws {
  let store = try EventStore(path: database, access: .readWrite)
  var index = 0
  benchmark("store, \(run.result.events.count) events, 15 minutes") {
    index += 1
    try store.record([run.record(index: index)])
  }
}
