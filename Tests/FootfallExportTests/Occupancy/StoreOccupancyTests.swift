import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallTestSupport
import Foundation
import Testing

/// A store in UTC that is open from 9 to 17; 1970-01-01 was a Thursday.
@Suite struct StoreOccupancyTests {
  private static let hours = OpeningHours((0..<7).map { $0 * 1440 + 540..<$0 * 1440 + 1020 })
  private static let minute: Int64 = 60_000

  /// A minute of the first day.
  private static func instant(_ hour: Int, _ minute: Int = 0) -> Int64 {
    Int64(hour * 60 + minute) * self.minute
  }

  /// Two come in a minute until noon, and as many go out from one o'clock on, of whom every tenth is missed.
  private func day(_ range: Range<Int>, out counted: (Int) -> Int = { $0 % 5 == 0 ? 1 : 2 }) -> [StoreFlow] {
    range.map { minute in
      let isMorning = (540..<720).contains(minute)
      let isAfternoon = (780..<960).contains(minute)
      return StoreFlow(
        startMilliseconds: Int64(minute) * Self.minute, entries: isMorning ? 2 : 0,
        exits: isAfternoon ? counted(minute) : 0, coverage: 1)
    }
  }

  private func occupancy(_ cameras: [[StoreFlow]], looks: [Int64: Int] = [:]) -> StoreOccupancy? {
    StoreOccupancy(cameras: cameras, looks: looks, hours: Self.hours, timeZone: "UTC")
  }

  private func people(_ occupancy: StoreOccupancy?, _ hour: Int, _ minute: Int = 0) throws
    -> StoreOccupancy.Summary
  {
    let instant = Self.instant(hour, minute)
    return try #require(occupancy?.summary(of: instant..<instant + Self.minute))
  }

  @Test func theStoreIsEmptyAtClosingThoughEveryTenthOutWasMissed() throws {
    let occupancy = occupancy([day(535..<1021)])
    #expect(try people(occupancy, 17).mean < 0.1)
    #expect(try people(occupancy, 8, 56).mean == 0)
    // Between what was counted in (360) and out (324) each.
    let noon = try people(occupancy, 12, 30)
    #expect(noon.mean > 324 && noon.mean < 360)
    #expect(noon.low < noon.mean && noon.mean < noon.high)
    let whole = try #require(occupancy?.summary(of: 0..<Self.instant(24)))
    #expect(abs(Double(whole.max) - noon.mean) < 4)
    #expect(occupancy?.summary(of: 0..<Self.instant(8)) == nil)
  }

  @Test func aRecordingOfTheOpenHoursAloneHasTwoEmptyEnds() throws {
    let occupancy = occupancy([day(540..<1020)])
    #expect(try people(occupancy, 16, 59).mean < 0.1)
    #expect(try people(occupancy, 12, 30).mean < 360)
  }

  @Test func aShortHoleIsCarriedOverAndALongOneCutsTheDay() throws {
    let short = occupancy([
      day(535..<1021).filter { !(745..<765).contains($0.startMilliseconds / Self.minute) }
    ])
    #expect(short?.summary(of: Self.instant(12, 25)..<Self.instant(12, 45)) == nil)
    #expect(try people(short, 12, 50).mean > 324)
    // Two hours: what comes after is known from the evening, what was before from the morning.
    let long = occupancy([
      day(535..<1021).filter { !(700..<820).contains($0.startMilliseconds / Self.minute) }
    ])
    #expect(abs(try people(long, 11, 39).mean - 320) < 5)
    #expect(long?.summary(of: Self.instant(11, 40)..<Self.instant(13, 40)) == nil)
    #expect(abs(try people(long, 13, 40).mean - 252) < 5)
    #expect(try people(long, 17).mean < 0.1)
  }

  @Test func theNightNeedsNoFootage() throws {
    let second = day(540..<1020).map { flow in
      var flow = flow
      flow.startMilliseconds += 24 * 60 * Self.minute
      return flow
    }
    let occupancy = occupancy([day(540..<1020) + second])
    #expect(try people(occupancy, 24 + 9).mean < 4)
    #expect(try people(occupancy, 24 + 12, 30).mean > 324)
    #expect(try people(occupancy, 24 + 16, 59).mean < 0.1)
  }

  @Test func aDayThatIsNotOverKnowsOfTheBiasOfTheDaysBefore() throws {
    func shifted(_ flows: [StoreFlow], days: Int64) -> [StoreFlow] {
      flows.map { flow in
        var flow = flow
        flow.startMilliseconds += days * 24 * 60 * Self.minute
        return flow
      }
    }
    // Every tenth out is missed on each of the four days; of the last one nothing is known after half past three.
    let whole = (0..<3).flatMap { shifted(day(540..<1020), days: $0) }
    let now = Self.instant(3 * 24 + 15, 30)
    let last = shifted(day(540..<930), days: 3)
    let new = try #require(occupancy([last]))
    let known = try #require(occupancy([whole + last]))
    #expect(known.latest.endMilliseconds == now)
    // 360 came in and 300 are gone, of whom 270 were counted: 60 are left, and 90 by the difference.
    let (unaware, aware) = (new.latest.people, known.latest.people)
    #expect(abs(aware.mean - 60) < 0.7 * abs(unaware.mean - 60))
    #expect(aware.low <= aware.mean && aware.mean <= aware.high)
    // Days that are not asked for tell of the bias all the same.
    let wanted = try #require(
      StoreOccupancy(
        cameras: [whole + last], hours: Self.hours, timeZone: "UTC", wanted: now - Self.minute..<now))
    #expect(wanted.latest.people == aware)
    #expect(wanted.summary(of: Self.instant(12)..<Self.instant(13)) == nil)
  }

  @Test func whatNobodyKnowsIsNil() {
    #expect(occupancy([]) == nil)
    #expect(occupancy([day(600..<700)]) == nil)
    #expect(StoreOccupancy(cameras: [day(540..<1020)], hours: Self.hours, timeZone: "Nowhere") == nil)
    let always = OpeningHours([0..<OpeningHours.minutesInWeek])
    #expect(StoreOccupancy(cameras: [day(540..<1020)], hours: always, timeZone: "UTC") == nil)
  }

  @Test func allDoorsCountAndWhereOneIsDarkNothingIsKnown() throws {
    let both = occupancy([day(535..<1021), day(535..<1021)])
    #expect(try people(both, 12, 30).mean > 648)
    let dark = occupancy([day(535..<1021), day(535..<745)])
    #expect(dark?.summary(of: Self.instant(12, 30)..<Self.instant(12, 40)) == nil)
    #expect(try people(dark, 12, 20).mean > 648)
  }

  @Test func aLookAtTheWholeStoreCounts() throws {
    let (blind, seeing) = (
      occupancy([day(540..<800)]), occupancy([day(540..<800)], looks: [Self.instant(12, 30): 350])
    )
    let (without, with) = (try people(blind, 12, 40), try people(seeing, 12, 40))
    #expect(abs(with.mean - 350) < abs(without.mean - 350))
    #expect(with.high - with.low < without.high - without.low)
  }

  private func report(hours: OpeningHours?) throws -> AnalysisReport {
    var report = try StoreMorning.report()
    report.hours = hours
    // The first camera counts at the door from 09:04 on; the store opens at 09:05 of that Tuesday.
    let clock = report.cameras[0].info.clock
    report.cameras[0].minutes = (0..<168).map { minute in
      let start = MediaTime(seconds: Double(minute) * 60)
      let nobody = Occupancy(mean: 0, max: 0)
      return IntervalResult(
        start: start, end: start + .seconds(60), observed: .seconds(60), lines: nil,
        zones: report.cameras[0].result.scene.zones.map { _ in nobody }, trafficIn: minute < 10 ? 0 : 1,
        trafficOut: minute < 20 ? 0 : 1, passersby: nil, occupancy: nobody)
    }
    #expect(clock.iso8601(at: .zero).hasPrefix("2005-03-01T09:04"))
    return report
  }

  @Test func theReportTellsThePeopleInTheStoreByTheSeriesIntervals() throws {
    let hours = OpeningHours([1440 + 545..<1440 + 1020])
    let report = try report(hours: hours)
    let document = ReportDocument(report)
    let occupancy = try #require(document.storeOccupancy)
    let series = try #require(document.cameras.first).series
    #expect(occupancy.level == 0.8)
    #expect(occupancy.series.map(\.start) == series.map(\.start))
    #expect(occupancy.series.map(\.end) == series.map(\.end))
    let later = try #require(occupancy.series[3].mean)
    #expect(abs(later - 10) < 1.5)
    if SchemaValidator.isAvailable {
      let text = String(decoding: try document.encoded(), as: UTF8.self)
      #expect(try SchemaValidator.faults(of: text, schema: "footfall.report-1") == [])
    }
    #expect(ReportDocument(try self.report(hours: nil)).storeOccupancy == nil)
  }

  @Test func thePageShowsThePeopleInTheStore() throws {
    let report = try report(hours: OpeningHours([1440 + 545..<1440 + 1020]))
    var document = ReportDocument(report)
    func page() -> String {
      String(decoding: ReportPage(report, document: document, heatmapImages: [:]).encoded(), as: UTF8.self)
    }
    let shown = page()
    #expect(MarkupCheck.fault(of: shown) == nil)
    let most = try #require(document.storeOccupancy?.series.compactMap(\.max).max())
    #expect(shown.contains("At most <b>\(most)</b> people were inside at once"))
    document.storeOccupancy?.series[1].mean = nil
    document.storeOccupancy?.series[1].max = nil
    #expect(page().contains("09:15–09:30: not known"))
    document.storeOccupancy = nil
    #expect(!page().contains("People in the store"))
  }

  @Test func theFeedShowsTheStoreAtCamerasWithAnEntrance() throws {
    let header = try #require(FeedHeader(store: "s", timeZone: "UTC"))
    let intervals = try #require(LocalIntervals(minutes: 60, timeZone: "UTC"))
    let boundaries = try #require(intervals.boundaries(covering: Self.instant(12)..<Self.instant(13)))
    let minutes = ["door", "shelf"].flatMap { camera in
      (0..<60).map { index in
        TrafficMinute(
          camera: camera, startMilliseconds: Self.instant(12, index), observed: .seconds(60),
          trafficIn: camera == "door" ? 0 : nil, trafficOut: camera == "door" ? 0 : nil, passersby: nil,
          occupancy: Occupancy(mean: 1, max: 2))
      }
    }
    let feed = TrafficFeed(
      header: header, cameras: ["door", "shelf"], intervals: intervals, boundaries: boundaries,
      counts: minutes, presence: .inStore(occupancy([day(535..<1021)])))
    #expect(try #require(feed.series[0].occupancyMean) > 324)
    #expect(try #require(feed.series[0].occupancyMax) > 324)
    #expect(feed.series[1].occupancyMean == 1 && feed.series[1].occupancyMax == 2)
  }
}
