import FootfallAnalytics
import FootfallExport
import Testing

@Suite("Traffic feed")
struct TrafficFeedTests {
  private func minute(
    _ camera: String, _ index: Int64, seconds: Int = 60, entries: Int? = 1, passersby: Int? = nil,
    mean: Double = 0, max: Int = 0
  ) -> TrafficMinute {
    TrafficMinute(
      camera: camera, startMilliseconds: index * 60_000, observed: .seconds(seconds), trafficIn: entries,
      trafficOut: entries.map { _ in 0 }, passersby: passersby, occupancy: Occupancy(mean: mean, max: max))
  }

  private func feed(_ counts: [TrafficMinute], cameras: [String] = ["door"], minutes: Int = 5) throws
    -> TrafficFeed
  {
    let intervals = try #require(LocalIntervals(minutes: minutes, timeZone: "UTC"))
    let header = try #require(FeedHeader(store: "s", timeZone: "UTC"))
    let boundaries = try #require(intervals.boundaries(covering: 0..<600_000))
    return TrafficFeed(
      header: header, cameras: cameras, intervals: intervals, boundaries: boundaries, counts: counts)
  }

  @Test("Minutes add up; a gap is nil, and nobody in a minute that was seen is 0")
  func sums() throws {
    let feed = try feed([
      minute("door", 0, entries: 2, passersby: 6), minute("door", 4, entries: 0, passersby: 0),
      minute("other", 0, entries: 9), minute("door", 10, entries: 9), minute("door", -1, entries: 9),
    ])
    #expect(feed.series.map(\.trafficIn) == [2, nil])
    #expect(feed.series.map(\.trafficOut) == [0, nil])
    #expect(feed.series.map(\.captureRate) == [0.25, nil])
    #expect(feed.series[0].turnInRatio == 2.0 / 6)
    #expect(feed.series.map(\.entriesPerHour) == [60, nil])
    #expect(feed.series.map(\.coverage) == [0.4, 0])
    #expect(feed.series.map(\.occupancyMax) == [0, nil])
  }

  @Test("Means are weighted by the time that was seen")
  func weightedMean() throws {
    let feed = try feed([
      minute("door", 0, seconds: 60, mean: 1, max: 2), minute("door", 1, seconds: 20, mean: 5, max: 6),
    ])
    #expect(feed.series[0].occupancyMean == 2)
    #expect(feed.series[0].occupancyMax == 6)
  }

  @Test("A minute that two recordings share is seen at most once")
  func sharedMinute() throws {
    let counts = (0..<5).map { minute("door", $0) } + [minute("door", 4, seconds: 2, entries: 1)]
    let feed = try feed(counts)
    #expect(feed.series[0].trafficIn == 6)
    #expect(feed.series[0].coverage == 1)
  }

  @Test("A camera without lines has coverage and no traffic")
  func noLines() throws {
    let feed = try feed([minute("door", 0, entries: nil)])
    #expect(feed.series[0].trafficIn == nil)
    #expect(feed.series[0].coverage == 0.2)
    #expect(feed.series[0].captureRate == nil)
  }

  @Test("JSON and CSV are these bytes")
  func texts() throws {
    let feed = try feed(
      [minute("a", 0, entries: 1, passersby: 2, mean: 0.5, max: 3)], cameras: ["a", "=b"], minutes: 10)
    #expect(
      String(decoding: feed.json(), as: UTF8.self) == """
        {
          "schema": "footfall.traffic/1",
          "store": "s",
          "timeZone": "UTC",
          "intervalMinutes": 10,
          "series": [
            {"start": "1970-01-01T00:00:00.000+00:00", "end": "1970-01-01T00:10:00.000+00:00", "camera": "a", \
        "coverage": 0.1000, "trafficIn": 1, "trafficOut": 0, "passersby": 2, "captureRate": 0.3333, \
        "occupancyMean": 0.5000, "occupancyMax": 3, "turnInRatio": 0.5000, "entriesPerHour": 60.0000},
            {"start": "1970-01-01T00:00:00.000+00:00", "end": "1970-01-01T00:10:00.000+00:00", "camera": "=b", \
        "coverage": 0.0000, "trafficIn": null, "trafficOut": null, "passersby": null, "captureRate": null, \
        "occupancyMean": null, "occupancyMax": null, "turnInRatio": null, "entriesPerHour": null}
          ]
        }

        """)
    #expect(
      String(decoding: feed.csv(), as: UTF8.self)
        == [
          "start,end,camera,coverage,trafficIn,trafficOut,passersby,captureRate,occupancyMean,occupancyMax,turnInRatio,"
            + "entriesPerHour",
          "1970-01-01T00:00:00.000+00:00,1970-01-01T00:10:00.000+00:00,a,0.1000,1,0,2,0.3333,0.5000,3,0.5000,60.0000",
          "1970-01-01T00:00:00.000+00:00,1970-01-01T00:10:00.000+00:00,'=b,0.0000,,,,,,,,", "",
        ].joined(separator: "\r\n"))
  }

  @Test(
    "Cells of text are quoted and made harmless",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
      ("two\r\nlines", "\"two\r\nlines\""),
      ("=1+1", "'=1+1"), ("+44", "'+44"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"),
      ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), ("", ""), ("a=b", "a=b"),
    ])
  func cells(text: String, cell: String) {
    var writer = CSVWriter(header: ["h"])
    writer.add(text: text)
    writer.add(-1)
    writer.endRow()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "h\r\n\(cell),-1\r\n")
  }
}
