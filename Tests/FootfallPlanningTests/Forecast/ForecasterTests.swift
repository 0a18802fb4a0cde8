import FootfallPlanning
import Testing

@Suite("Forecaster")
struct ForecasterTests {
  private let hourly = Forecaster(intervalMinutes: 60, days: SpecialDays([]))

  private func values(_ forecast: SeriesForecast) -> [Double?] { forecast.points.map { $0?.value } }

  @Test("A week that repeats is forecast as it was, by all methods", arguments: [2, 3, 4, 7, 8, 12, 30])
  func repeats(weeks: Int) throws {
    let history = Counts.weeks(weeks)
    let forecast = try hourly.forecast(history, origin: Counts.end(of: history), count: 336)
    #expect(forecast.points.count == 336)
    #expect(forecast.weeks == min(12, weeks))
    #expect(forecast.isMeanOfWeeks == (weeks < 4))
    for (index, point) in forecast.points.enumerated() {
      let expected = Counts.expected(weekday: index / 24 % 7, hour: index % 24)
      let point = try #require(point)
      #expect(abs(point.value - expected) < 1e-6 * (1 + expected))
      #expect(point.low <= point.value && point.value <= point.high)
    }
  }

  @Test("Nothing at or after the origin is looked at")
  func originOnly() throws {
    let history = Counts.noisyWeeks(20, seed: 3)
    let origin = Counts.end(of: history) - 5 * 168 + 31
    var poisoned = history
    for index in poisoned.values.indices where poisoned.firstSlot + index >= origin {
      poisoned.values[index] = 1e6
    }
    let forecasts = try [history, poisoned].map { try hourly.forecast($0, origin: origin, count: 100) }
    #expect(forecasts[0] == forecasts[1])
  }

  @Test("A forecast from the middle of a week goes on where the history ends")
  func midweek() throws {
    let history = Counts.weeks(10)
    let origin = Counts.end(of: history) - 61
    let forecast = try hourly.forecast(history, origin: origin, count: 61)
    for (value, truth) in zip(values(forecast), history.values.suffix(61)) {
      #expect(abs(try #require(value) - (truth ?? 0)) < 1e-6)
    }
  }

  @Test("A level that rose is followed, and one week of it is not taken for ever")
  func level() throws {
    var history = Counts.weeks(16)
    for index in history.values.indices.suffix(4 * 168) {
      history.values[index] = history.values[index].map { $0 * 1.5 }
    }
    let forecast = try hourly.forecast(history, origin: Counts.end(of: history), count: 168)
    let total = values(forecast).reduce(0) { $0 + ($1 ?? 0) }
    let before = Counts.weeks(1).values.reduce(0) { $0 + ($1 ?? 0) }
    #expect(total > 1.3 * before && total < 1.55 * before)
  }

  @Test("Missing is not zero: a forecast without a tenth of the counts is as high as with them")
  func missing() throws {
    var history = Counts.noisyWeeks(16, seed: 11)
    let whole = try hourly.forecast(history, origin: Counts.end(of: history), count: 168)
    for index in history.values.indices where index % 10 == 7 { history.values[index] = nil }
    let sparse = try hourly.forecast(history, origin: Counts.end(of: history), count: 168)
    let totals = [whole, sparse].map { values($0).reduce(0) { $0 + ($1 ?? 0) } }
    #expect(abs(totals[1] / totals[0] - 1) < 0.02)
  }

  @Test("Hours that were never counted have no forecast, and are not missing: the store is closed")
  func closedHours() throws {
    var history = Counts.weeks(9)
    for index in history.values.indices where !(9..<21).contains(index % 24) { history.values[index] = nil }
    let forecast = try hourly.forecast(history, origin: Counts.end(of: history), count: 168)
    for (index, value) in values(forecast).enumerated() {
      #expect((value == nil) == !(9..<21).contains(index % 24))
    }
  }

  @Test("A holiday in the week is as a Sunday, one on Saturday as a Saturday, an event as its factor")
  func specialDays() throws {
    let history = Counts.weeks(12)
    let first = Counts.monday + 84
    let days = SpecialDays([
      .init(day: first + 1, label: "holiday"), .init(day: first + 5, label: "holiday"),
      .init(day: first + 2, label: "sale", factor: 1.5),
    ])
    let forecaster = Forecaster(intervalMinutes: 60, days: days)
    let forecast = values(try forecaster.forecast(history, origin: Counts.end(of: history), count: 168))
    for hour in 0..<24 {
      let expectations = [
        (1, Counts.expected(weekday: 6, hour: hour)), (5, Counts.expected(weekday: 5, hour: hour)),
        (2, 1.5 * Counts.expected(weekday: 2, hour: hour)), (3, Counts.expected(weekday: 3, hour: hour)),
      ]
      for (day, expected) in expectations {
        #expect(abs(try #require(forecast[day * 24 + hour]) - expected) < 1e-6 * (1 + expected))
      }
    }
  }

  @Test("A past holiday does not spoil its weekday")
  func pastHoliday() throws {
    var history = Counts.weeks(12)
    for hour in 0..<24 { history.values[history.values.count - 7 * 24 + hour] = 0 }
    let days = SpecialDays([.init(day: Counts.monday + 77, label: "closed")])
    let forecast = try Forecaster(intervalMinutes: 60, days: days).forecast(
      history, origin: Counts.end(of: history), count: 24)
    #expect(abs(try #require(values(forecast)[14]) - Counts.expected(weekday: 0, hour: 14)) < 1e-6)
  }

  @Test("Less than two weeks, and a gap of more than half of the last two, are refused")
  func refusals() throws {
    var history = Counts.weeks(2)
    let origin = Counts.end(of: history)
    #expect(throws: ForecastRefusal.shortHistory(weeks: 1, fewest: 2)) {
      try hourly.forecast(history, origin: origin - 1, count: 24)
    }
    let none = CountHistory(id: "none", firstSlot: 0, values: [])
    #expect(throws: ForecastRefusal.shortHistory(weeks: 0, fewest: 2)) {
      try hourly.forecast(none, origin: origin, count: 24)
    }
    history = Counts.weeks(9)
    for index in history.values.indices.suffix(169) { history.values[index] = nil }
    #expect(throws: ForecastRefusal.missing(share: 169.0 / 336, most: 0.5)) {
      try hourly.forecast(history, origin: Counts.end(of: history), count: 24)
    }
    history.values[history.values.count - 169] = 0
    #expect(try hourly.forecast(history, origin: Counts.end(of: history), count: 24).weeks == 9)
  }

  @Test("Quarters with few people are split from their hour by history, and add up to it")
  func quarters() throws {
    // The last quarter of every hour has half of its people.
    var history = Counts.weeks(12, minutes: 15)
    for index in history.values.indices {
      let hour = Counts.expected(weekday: index / 96 % 7, hour: index % 96 / 4) / 12
      history.values[index] = hour * (index % 4 == 3 ? 0.5 : 1.0 / 6)
    }
    let forecaster = Forecaster(intervalMinutes: 15, days: SpecialDays([]))
    let forecast = try forecaster.forecast(history, origin: Counts.end(of: history) - 3, count: 96)
    let values = values(forecast).dropFirst(3).map { $0 ?? 0 }
    for hour in 9..<21 {
      let parts = values[values.startIndex + hour * 4..<values.startIndex + hour * 4 + 4]
      let expected = Counts.expected(weekday: 0, hour: hour) / 12
      #expect(abs(parts.reduce(0, +) - expected) < 1e-6)
      // Drawn towards a quarter, the more the fewer people there were.
      #expect((parts.last ?? 0) / expected > 0.3 && (parts.last ?? 0) / expected < 0.5)
    }
  }

  @Test("The 80 % interval holds four of five counts of a steady shop", arguments: [60, 15])
  func coverage(minutes: Int) throws {
    let perWeek = 7 * 1440 / minutes
    let forecaster = Forecaster(intervalMinutes: minutes, days: SpecialDays([]))
    var inside = 0
    var all = 0
    for seed in 1...8 {
      let history = Counts.noisyWeeks(28, minutes: minutes, seed: UInt64(seed))
      let origin = Counts.end(of: history) - 2 * perWeek
      let forecast = try forecaster.forecast(history, origin: origin, count: 2 * perWeek)
      for (index, point) in forecast.points.enumerated() {
        guard let point, point.value > 1,
          let truth = history.values[history.values.count - 2 * perWeek + index]
        else { continue }
        all += 1
        if point.low <= truth && truth <= point.high { inside += 1 }
      }
    }
    #expect(all > 1000)
    #expect((0.75...0.87).contains(Double(inside) / Double(all)))
  }

  @Test("A spike is told, a busy hour is not")
  func spikes() {
    var history = Counts.noisyWeeks(8, seed: 2)
    let place = 3 * 168 + 14
    history.values[place] = 65_535
    history.values[5 * 168 + 3] = 9
    #expect(history.spikes(intervalMinutes: 60) == [history.firstSlot + place])
    #expect(CountHistory(id: "x", firstSlot: 0, values: [nil, 0, 0]).spikes(intervalMinutes: 60).isEmpty)
  }
}
