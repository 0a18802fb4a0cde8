import FootfallExport
import FootfallPlanning
import Testing

@Suite("Forecast document")
struct ForecastDocumentTests {
  private func document() throws -> ForecastDocument {
    let clock = CountClock.zoned(try #require(StoreClock(timeZone: "Europe/London")))
    let origin = 20_751 * 24
    let forecast = SeriesForecast(
      id: "=door",
      points: [
        ForecastPoint(value: 10, low: 5, high: 20), nil, ForecastPoint(value: 1.23456, low: 0, high: 2),
      ], weeks: 12, isMeanOfWeeks: false)
    return ForecastDocument(
      [forecast], origin: origin,
      starts: clock.starts(of: origin..<origin + 3, intervalMinutes: 60), timeZone: clock.timeZone,
      intervalMinutes: 60, level: 0.8)
  }

  @Test("JSON is this text: the repeated hour twice, what is not known null")
  func json() throws {
    #expect(
      String(decoding: try document().json(), as: UTF8.self) == """
        {
          "schema": "footfall.forecast/1",
          "timeZone": "Europe/London",
          "intervalMinutes": 60,
          "level": 0.80,
          "series": [
            {"id": "=door", "points": [
              {"start": "2026-10-25T00:00:00+01:00", "value": 10.000, "low": 5.000, "high": 20.000},
              {"start": "2026-10-25T01:00:00+01:00", "value": null, "low": null, "high": null},
              {"start": "2026-10-25T01:00:00+00:00", "value": null, "low": null, "high": null},
              {"start": "2026-10-25T02:00:00+00:00", "value": 1.235, "low": 0.000, "high": 2.000}
            ]}
          ]
        }

        """)
  }

  @Test("CSV is this text, and a name that a spreadsheet would compute is made harmless")
  func csv() throws {
    #expect(
      String(decoding: try document().csv(), as: UTF8.self).split(separator: "\r\n") == [
        "start,series,value,low,high", "2026-10-25T00:00:00+01:00,'=door,10.000,5.000,20.000",
        "2026-10-25T01:00:00+01:00,'=door,,,", "2026-10-25T01:00:00+00:00,'=door,,,",
        "2026-10-25T02:00:00+00:00,'=door,1.235,0.000,2.000",
      ])
  }

  @Test("What was written is read")
  func roundTrip() throws {
    let read = try ForecastDocument(document().json())
    #expect(read.json() == (try document().json()))
    #expect(read.milliseconds.upperBound - read.milliseconds.lowerBound == 4 * 3_600_000)
  }

  @Test("P50 is the value; P80 lies two thirds of the way to the upper end")
  func demand() throws {
    let slot = 20_751 * 24
    let median = try document().demand(.median).arrivals["=door"]
    #expect(median == [slot: 10, slot + 2: 1.23456])
    let high = try #require(document().demand(.high).arrivals["=door"]?[slot])
    #expect(abs(high - (10 + 10 * 0.6567)) < 1e-3)
  }

  @Test("An hour that a wall clock has and the zone has not is left out")
  func leaptHour() throws {
    let clock = CountClock.wallClock(try #require(StoreClock(timeZone: "Europe/London")))
    let origin = 20_541 * 24
    let points = (0..<4).map { ForecastPoint(value: Double($0), low: 0, high: 9) }
    let document = ForecastDocument(
      [SeriesForecast(id: "a", points: points, weeks: 12, isMeanOfWeeks: false)], origin: origin,
      starts: clock.starts(of: origin..<origin + 4, intervalMinutes: 60), timeZone: "Europe/London",
      intervalMinutes: 60, level: 0.8)
    let read = try ForecastDocument(document.json())
    #expect(read.demand(.median).arrivals["a"] == [origin: 0, origin + 2: 2, origin + 3: 3])
  }

  @Test(
    "What cannot be is refused with its pointer",
    arguments: [
      ("\"level\": 0.80", "\"level\": 0.9", "/level is 0.9; allowed: 0.8"),
      ("forecast/1", "forecast/2", "/schema is 'footfall.forecast/2'; allowed: footfall.forecast/1"),
      ("Europe/London", "Europe/Londn", "/timeZone is 'Europe/Londn'; allowed: a name like Europe/London"),
      (
        "\"intervalMinutes\": 60", "\"intervalMinutes\": 7",
        "/intervalMinutes is 7; allowed: minutes that divide an hour"
      ),
      ("\"value\": 10.000", "\"value\": -1", "/series/0/points/0/value is -1.0; allowed: 0 to 1e7"),
      ("\"value\": 10.000", "\"value\": \"x\"", "/series/0/points/0/value is 'x'; allowed: a number"),
      ("\"low\": 5.000", "\"low\": 11", "/series/0/points/0/low is 11.0; allowed: 0 to value, 10.0"),
      ("\"high\": 20.000", "\"high\": 9", "/series/0/points/0/high is 9.0; allowed: value, 10.0, to 1e7"),
      (
        "T00:00:00+01:00", "T00:00:00",
        "/series/0/points/0/start is '2026-10-25T00:00:00'; allowed: a time with offset"
      ),
      (
        "T00:00:00+01:00", "T00:10:00+01:00",
        "/series/0/points/0/start is '2026-10-25T00:10:00+01:00'; allowed: a time with"
      ),
      (
        "T00:00:00+01:00", "T05:00:00+01:00",
        "/series/0/points/1/start is '2026-10-25T01:00:00+01:00'; allowed: after"
      ),
      (
        "T00:00:00+01:00", "T01:00:00+01:00",
        "/series/0/points/1/start is '2026-10-25T01:00:00+01:00'; allowed: after"
      ),
      ("\"timeZone\"", "\"zone\"", "/timeZone is missing"),
      ("\"id\": \"=door\"", "\"id\": 5", "/series/0/id is 5; allowed: a text"),
      ("{\n", "[\n", "the content is not JSON; allowed: footfall.forecast/1"),
    ])
  func refusals(part: String, other: String, message: String) throws {
    let text = String(decoding: try document().json(), as: UTF8.self)
    let broken = text.replacing(part, with: other, maxReplacements: 1)
    #expect(broken != text)
    let error = #expect(throws: DocumentError.self) { try ForecastDocument(Array(broken.utf8)) }
    #expect(error?.description.hasPrefix(message) == true, "\(String(describing: error))")
  }
}
