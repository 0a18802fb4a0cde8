import FootfallTestSupport
import Foundation
import Testing

@Suite("forecast")
struct ForecastCommandTests {
  let files: CountFiles

  init() throws { files = try CountFiles() }

  @Test("A week that repeats is forecast hour by hour, on the clock of the zone")
  func plain() async throws {
    let outcome = try await files.forecast(CountFiles.plain(), ["--timezone", "Europe/London"])
    #expect(outcome.status == 0 && outcome.errorOutput.isEmpty)
    let forecast = try ReadForecast(outcome.output)
    #expect(forecast.schema == "footfall.forecast/1" && forecast.timeZone == "Europe/London")
    #expect(forecast.intervalMinutes == 60 && forecast.level == 0.8)
    #expect(forecast.series.map(\.id) == ["value"])
    let points = forecast.series[0].points
    #expect(points.count == 336)
    #expect(points.first?.start == "2024-03-04T00:00:00+00:00")
    for (hour, point) in points.enumerated() {
      #expect(abs((point.value ?? -1) - Double(CountFiles.count(hour: hour))) < 1e-3)
    }
  }

  @Test("The three forms of a file are one: value, series and value, a column per series")
  func forms() async throws {
    let long = CountFiles.text(header: "start,series,value") { time, hour in
      "\(time),\"north, door\",\(CountFiles.count(hour: hour))\n\(time),south,\(hour % 24)"
    }
    let wide = CountFiles.text(header: "\"start\",\"north, door\",south") { time, hour in
      "\(time),\(CountFiles.count(hour: hour)),\(hour % 24)"
    }
    let outcomes = [try await files.forecast(long), try await files.forecast(wide)]
    #expect(outcomes[0].output == outcomes[1].output)
    let series = try ReadForecast(outcomes[0].output).series
    #expect(series.map(\.id) == ["north, door", "south"])
    #expect(series.map { $0.points.count } == [336, 336])
    let one = try await files.forecast(CountFiles.plain())
    #expect(try ReadForecast(one.output).series[0].points.map(\.value) == series[0].points.map(\.value))
    let chosen = try await files.forecast(wide, ["--timezone", "Europe/London", "--series", "south"])
    #expect(try ReadForecast(chosen.output).series.map(\.id) == ["south"])
  }

  @Test("Windows line ends, a byte order mark and blanks make no difference")
  func lineEnds() async throws {
    let plain = try await files.forecast(CountFiles.plain())
    let other = "\u{FEFF}" + CountFiles.plain().replacingOccurrences(of: "\n", with: " \r\n")
    #expect(try await files.forecast(other).output == plain.output)
  }

  @Test("The origin splits what is known from what is not")
  func origin() async throws {
    var rows = CountFiles.plain().split(separator: "\n").map(String.init)
    let spoilt = try await files.forecast(
      rows.joined(separator: "\n"),
      ["--timezone", "Europe/London", "--origin", "2024-02-19", "--horizon", "36h"])
    for index in rows.indices where index > 49 * 24 { rows[index] = String(rows[index].prefix(16)) + ",999" }
    let poisoned = try await files.forecast(
      rows.joined(separator: "\n"),
      ["--timezone", "Europe/London", "--origin", "2024-02-19", "--horizon", "36h"])
    #expect(spoilt.output == poisoned.output)
    let points = try ReadForecast(spoilt.output).series[0].points
    #expect(points.count == 36 && points[0].start == "2024-02-19T00:00:00+00:00")
  }

  @Test("A week in which the clock is set forward has an hour less with offsets, and not without")
  func spring() async throws {
    // 12 weeks from 2024-01-01 on: the forecast begins on Monday the 25th of March, six days before the change.
    let naive = try await files.forecast(
      CountFiles.plain(weeks: 12), ["--timezone", "Europe/London", "--horizon", "7d"])
    let points = try ReadForecast(naive.output).series[0].points
    #expect(points.count == 168)
    #expect(
      points[145].start == "2024-03-31T01:00:00+00:00" && points[146].start == "2024-03-31T02:00:00+01:00")

    let offsets = CountFiles.text(weeks: 12) { "\($0)+00:00,\(CountFiles.count(hour: $1))" }
    let zoned = try await files.forecast(offsets, ["--timezone", "Europe/London", "--horizon", "7d"])
    let short = try ReadForecast(zoned.output).series[0].points
    #expect(short.count == 167)
    #expect(short[145].start == "2024-03-31T02:00:00+01:00")
    // The hour after the leap is forecast as the same hour of other Sundays.
    #expect(abs((short[145].value ?? 0) - Double(CountFiles.count(hour: 146))) < 1e-3)
  }

  @Test("The hour that comes twice is told apart by its offset, in counts and forecast")
  func autumn() async throws {
    // Hour by hour from Monday 2024-09-02 in London's summer to Monday 2024-10-28 in its winter.
    let clock = TimeZone(identifier: "Europe/London")
    let style = Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: try #require(clock))
    let hours = 56 * 24 + 1
    let rows = (0..<hours).map { hour -> String in
      let date = Date(timeIntervalSince1970: 1_725_231_600 + Double(hour) * 3600)
      let local = hour + (hour >= hours - 23 ? -1 : 0)
      return "\(date.formatted(style)),\(CountFiles.count(hour: local))"
    }
    let text = "start,value\n" + rows.joined(separator: "\n")
    let outcome = try await files.forecast(
      text, ["--timezone", "Europe/London", "--origin", "2024-10-21", "--horizon", "7d"])
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    let points = try ReadForecast(outcome.output).series[0].points
    #expect(points.count == 169)
    #expect(
      points[145...147].map(\.start) == [
        "2024-10-27T01:00:00+01:00", "2024-10-27T01:00:00+00:00", "2024-10-27T02:00:00+00:00",
      ])
    #expect(points[145].value == points[146].value)
    let after = try await files.forecast(text, ["--timezone", "Europe/London", "--horizon", "1d"])
    #expect(after.errorOutput.isEmpty)
    #expect(try ReadForecast(after.output).series[0].points.first?.start == "2024-10-28T00:00:00+00:00")
    // Without a zone the last offset goes on.
    let zoneless = try await files.forecast(text, ["--horizon", "1d"])
    #expect(try ReadForecast(zoneless.output).timeZone == "UTC")
  }

  @Test("Holidays and events are what the calendar says, in a list or with a version")
  func calendar() async throws {
    let days = "- {date: 2024-03-05, label: holiday}\n- {date: 2024-03-06, label: sale, factor: 1.5}\n"
    let versioned = "version: 1\ndays:\n" + days.split(separator: "\n").map { "  \($0)\n" }.joined()
    for text in [days, versioned] {
      _ = try files.folder.write(text, to: "days.yaml")
      let outcome = try await files.forecast(
        CountFiles.plain(), ["--timezone", "Europe/London", "--calendar", "days.yaml"])
      let points = try ReadForecast(outcome.output).series[0].points
      #expect(points[24 + 10].value == 200 && points[48 + 10].value == 150 && points[72 + 10].value == 100)
    }
  }

  @Test("CSV tells the same as JSON")
  func csv() async throws {
    let arguments = ["--timezone", "Europe/London", "--horizon", "2h"]
    let csv = try await files.forecast(CountFiles.plain(), arguments + ["--format", "csv"])
    let rows = csv.output.split(separator: "\r\n")
    #expect(rows.count == 3)
    #expect(rows[0] == "start,series,value,low,high")
    #expect(rows[2].hasPrefix("2024-03-04T01:00:00+00:00,value,10.000,"))
  }

  @Test("Output follows the published schema", .enabled(if: SchemaValidator.isAvailable))
  func schema() async throws {
    let text = CountFiles.text { time, hour in
      hour % 24 < 9 ? "\(time)," : "\(time),\(CountFiles.count(hour: hour))"
    }
    let outcome = try await files.forecast(text)
    #expect(try SchemaValidator.faults(of: outcome.output, schema: "footfall.forecast-1") == [])
    #expect(try ReadForecast(outcome.output).series[0].points[3].value == nil)
    let spoilt = outcome.output.replacingOccurrences(of: "\"timeZone\"", with: "\"zone\"")
    #expect(try !SchemaValidator.faults(of: spoilt, schema: "footfall.forecast-1").isEmpty)
  }

  @Test("A short history is forecast by its mean, and told")
  func shortHistory() async throws {
    let outcome = try await files.forecast(CountFiles.plain(weeks: 3))
    #expect(outcome.status == 0)
    #expect(
      outcome.errorOutput.hasPrefix("footfall: warning: short history: value of counts.csv has 3 weeks"))
    #expect(outcome.errorOutput.split(separator: "\n").count == 1)
  }

  @Test("Gaps and spikes are told on standard error, and spikes stay")
  func warnings() async throws {
    let text = CountFiles.text { time, hour in
      if hour == 800 { return "\(time)," }
      return hour == 900 ? "\(time),65535" : "\(time),\(CountFiles.count(hour: hour))"
    }
    let outcome = try await files.forecast(text)
    #expect(outcome.status == 0)
    let lines = outcome.errorOutput.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines[0]
        == "footfall: warning: counts.csv:902: value is 65535 at 2024-02-07T12:00:00+00:00, more than 10 times the median of that time of the week; it is used as it is"
    )
    #expect(lines[1].hasSuffix("in the weeks learnt from: value 1 of 1512"))
  }
}
