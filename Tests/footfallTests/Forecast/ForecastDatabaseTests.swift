import FootfallAnalytics
import FootfallCore
import FootfallStore
import FootfallTestSupport
import Testing

@Suite("forecast --db")
struct ForecastDatabaseTests {
  /// 2026-06-01T00:00 in Paris, a Monday.
  private let start: Int64 = 1_780_264_800_000
  private let days = 16

  /// Sixteen days of a door: an hour's number of people in every minute that is seen.
  ///
  /// Of the last hour a third was seen,
  /// and of the first of the second Tuesday nothing.
  private func database(in folder: TemporaryFolder) throws -> String {
    let line = CountingLine(
      id: "entrance", segment: Segment(from: Point(0, 9), to: Point(9, 9)), kind: .entrance)
    let scene = CameraScene(id: "door", lines: [line], zones: [])
    let minutes = (0..<days * 1440).filter { !(8 * 1440..<8 * 1440 + 60).contains($0) }.map { minute in
      let start = MediaTime(seconds: Double(minute) * 60)
      let isThird = minute >= days * 1440 - 60
      return IntervalResult(
        start: start, end: start + .seconds(60), observed: .seconds(isThird ? 20 : 60),
        lines: [.init(entries: 1)], zones: [], trafficIn: minute / 60 % 24, trafficOut: 0, passersby: nil,
        occupancy: Occupancy(mean: 0, max: 0))
    }
    let result = CameraResult(
      scene: scene, people: 0, lines: [LineResult(line: line, crossings: [], traffic: .init(entries: 0))],
      zones: [], passersby: 0, captureRate: nil,
      heatmap: HeatmapGrid(covering: PixelSize(width: 9, height: 9), cellPixels: 9), intervals: [],
      transitions: TransitionCounts(zones: []), events: [])
    let recording = Recording(
      store: "shop", timeZone: "Europe/Paris", camera: "door", source: "door.mp4",
      media: MediaFingerprint(text: "door"), startMilliseconds: start, duration: .seconds(days * 86_400),
      frames: days * 86_400, framesPerSecond: 1, size: PixelSize(width: 9, height: 9))
    let analysis = Analysis(
      model: "m", engine: "opencv", precision: "f32", tracking: "two-pass", generatorVersion: "0",
      metricVersion: 1)
    let path = folder.url.appendingPathComponent("shop.db").path
    let store = try EventStore(path: path, access: .readWrite)
    try store.record([
      RunRecord(recording: recording, analysis: analysis, result: result, minutes: minutes, tracks: [])
    ])
    try store.close()
    return path
  }

  @Test("People in over entrance lines are forecast; what was hardly seen is missing")
  func database() async throws {
    let folder = try TemporaryFolder()
    let path = try database(in: folder)
    let outcome = try await BuiltProgram.run([
      "forecast", "--db", path, "--interval", "1h", "--horizon", "3d",
    ])
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    let forecast = try ReadForecast(outcome.output)
    #expect(forecast.timeZone == "Europe/Paris" && forecast.intervalMinutes == 60)
    #expect(forecast.series.map(\.id) == ["door"])
    let points = forecast.series[0].points
    // The last hour of the 16 days was seen for a third, so that it is the first that is forecast.
    #expect(points.first?.start == "2026-06-16T23:00:00+02:00")
    #expect(points.count == 72)
    for (index, point) in points.enumerated() {
      #expect(abs((point.value ?? -1) - Double((index + 23) % 24 * 60)) < 1e-3)
    }
    #expect(outcome.errorOutput.contains("short history: door"))
    #expect(outcome.errorOutput.contains("door 1 of 336"))
    let quarters = try await BuiltProgram.run(["forecast", "--db", path, "--horizon", "1h"])
    #expect(try ReadForecast(quarters.output).series[0].points.count == 4)
  }

  @Test("Two hours are not two weeks")
  func tooShort() async throws {
    let fixture = try ExportFixture.shared.get()
    let outcome = try await BuiltProgram.run(["forecast", "--db", fixture.path])
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(outcome.errorOutput.contains("cannot forecast door of \(fixture.path): it has 0 whole weeks"))
  }
}
