import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallMembers

struct MemberReportTests {
  private static let hour: Int64 = 3_600_000
  private static let day = 24 * hour
  /// Monday, 2026-10-05T00:00Z.
  private static let monday: Int64 = 1_791_158_400_000

  private static func weeks(_ count: Int) -> [[[Range<Int64>]]] {
    func hours(ofDay number: Int64) -> [Range<Int64>] {
      (0..<24).map { (hour: Int64) in
        let start: Int64 = monday + number * day + hour * Self.hour
        return start..<start + Self.hour
      }
    }
    return (0..<Int64(count)).map { (week: Int64) in
      (0..<7).map { (weekday: Int64) in hours(ofDay: 7 * week + weekday) }
    }
  }

  private func entry(
    _ event: LedgerEntry.Event, _ member: Int, _ time: Int64, hasFace: Bool? = nil
  ) -> LedgerEntry {
    LedgerEntry(
      sequence: 1, time: Date(timeIntervalSince1970: Double(time) / 1000), event: event,
      member: MemberID(number: UInt64(member)).description, consent: nil, hasFace: hasFace,
      previous: LedgerEntry.beginning)
  }

  private func day(_ time: Int64) -> Int { Int(time / Self.day) }

  private func report(_ entries: [LedgerEntry], weeks: Int = 1) -> MemberReport {
    MemberReport(entries, weeks: Self.weeks(weeks), day: day)
  }

  @Test("what is noted within an hour is one visit; the face and the check-in are of the same one")
  func merging() {
    let minute: Int64 = 60_000
    let times = [0, 30, 90, 151]
    let visits = MemberVisit.all(
      in: [entry(.grant, 1, Self.monday, hasFace: true)]
        + times.map { entry($0 == 30 ? .checkIn : .match, 1, Self.monday + Int64($0) * minute) },
      day: day)
    #expect(visits.map(\.start) == [Self.monday, Self.monday + 151 * minute])
    #expect(visits.map(\.checkedIn) == [true, false] && visits.allSatisfy(\.wasRecognised))
    #expect(visits.allSatisfy { $0.hasFace && !$0.isRepeat })
  }

  @Test("a visit is repeated after one on an earlier day of the last 30, and a face ends with the consent")
  func repeats() {
    let days = [0, 0, 3, 33, 64]
    let visits = MemberVisit.all(
      in: [entry(.grant, 1, Self.monday, hasFace: true)]
        + days.enumerated().map {
          entry(.match, 1, Self.monday + Int64($1) * Self.day + Int64($0) * 2 * Self.hour)
        } + [entry(.withdrawal, 1, Self.monday), entry(.checkIn, 1, Self.monday + 65 * Self.day)], day: day)
    #expect(visits.map(\.isRepeat) == [false, false, true, true, false, true])
    #expect(visits.map(\.hasFace) == [true, true, true, true, true, false])
  }

  @Test("numbers worked out by hand: ten members are told of, nine are not, nor what would tell them")
  func byHand() {
    func visits(_ members: Range<Int>, hour: Int64) -> [LedgerEntry] {
      members.map { entry(.match, $0, Self.monday + hour * Self.hour) }
    }
    // Monday: 9 at nine, 12 at ten, 15 at eleven; Tuesday the same 20 come again at noon.
    let entries =
      visits(1..<10, hour: 9) + visits(10..<22, hour: 10) + visits(22..<37, hour: 11)
      + visits(1..<21, hour: 36)
    let report = report(entries)
    #expect(report.rows(.week).map(\.visits) == [56])
    #expect(report.rows(.week).map(\.repeats) == [20])
    // The days without visits are fewer than ten; with Tuesday they are not.
    #expect(report.rows(.day).map(\.visits) == [36, nil, nil, nil, nil, nil, nil])
    let hours = report.rows(.hour).prefix(24).map(\.visits)
    // 12 less at ten, and 36 - 15 tells of 21 at nine and ten together.
    #expect(hours.indices.filter { hours[$0] != nil } == [11] && hours[11] == 15)
  }

  @Test("many visits of few members are not told of")
  func fewMembers() {
    let entries = (0..<100).map { entry(.match, $0 % 9 + 1, Self.monday + Int64($0) * 90 * 60_000) }
    #expect(report(entries).rows(.week).map(\.visits) == [nil])
  }

  @Test("the rate of recognition is of members with a face who checked in")
  func recognition() {
    var entries: [LedgerEntry] = []
    for member in 1...60 {
      if member <= 50 { entries.append(entry(.grant, member, Self.monday - Self.day, hasFace: true)) }
      let time = Self.monday + Int64(member) * 60_000
      entries.append(entry(.checkIn, member, time))
      if member <= 30 { entries.append(entry(.match, member, time + 60_000)) }
    }
    let row = report(entries).rows(.week)[0]
    #expect(row.visits == 60 && row.knownPresent == 50 && row.recognised == 30)
    // 45 of 50 leave five who were missed.
    for member in 31...45 { entries.append(entry(.match, member, Self.monday + Int64(member + 1) * 60_000)) }
    #expect(report(entries).rows(.week)[0].knownPresent == nil)
  }

  /// What is told in a row, and what is left when a part of it is taken away.
  private static let numbers: [@Sendable (MemberReport.Row) -> Int?] = [
    { $0.visits }, { $0.repeats }, { $0.knownPresent }, { $0.recognised },
    { difference($0.visits, $0.repeats) }, { difference($0.visits, $0.knownPresent) },
    { difference($0.knownPresent, $0.recognised) },
  ]

  private static func difference(_ whole: Int?, _ part: Int?) -> Int? {
    if let whole, let part { whole - part } else { nil }
  }

  /// What somebody learns who subtracts told parts from the told whole: the rest, where there is one.
  private func rest(
    _ whole: MemberReport.Row, _ parts: [MemberReport.Row], _ number: (MemberReport.Row) -> Int?
  ) -> Int? {
    guard let all = number(whole), parts.contains(where: { number($0) == nil }) else { return nil }
    return all - parts.reduce(0) { $0 + (number($1) ?? 0) }
  }

  @Test("whatever is subtracted from whatever is told, fewer than ten never come out", arguments: 0..<40)
  func attack(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let members = Int.random(in: 5...400, using: &generator)
    var entries = (1...members).map {
      entry(.grant, $0, Self.monday - Self.day, hasFace: $0 % 5 > 0)
    }
    for _ in 0..<Int.random(in: 10...1500, using: &generator) {
      let member = Int.random(in: 1...members, using: &generator)
      let hour = [9, 10, 10, 11, 17, 17, 17].randomElement(using: &generator) ?? 9
      let day = Int64.random(in: 0..<14, using: &generator)
      let time: Int64 = Self.monday + day * Self.day + Int64(hour) * Self.hour
      if Bool.random(using: &generator) { entries.append(entry(.checkIn, member, time)) }
      if Bool.random(using: &generator) { entries.append(entry(.match, member, time)) }
    }
    entries.sort { $0.time < $1.time }
    let report = report(entries, weeks: 2)
    let (weeks, days, hours) = (report.rows(.week), report.rows(.day), report.rows(.hour))
    for number in Self.numbers {
      #expect((weeks + days + hours).allSatisfy { number($0).map { $0 >= 10 } ?? true })
      for (index, week) in weeks.enumerated() {
        #expect(rest(week, Array(days[7 * index..<7 * index + 7]), number).map { $0 >= 10 } ?? true)
      }
      for (index, day) in days.enumerated() {
        #expect(rest(day, Array(hours[24 * index..<24 * index + 24]), number).map { $0 >= 10 } ?? true)
      }
    }
    // Who withdraws later changes nothing of what was told.
    let later = entries + (1...members).map { entry(.withdrawal, $0, Self.monday + 20 * Self.day) }
    #expect(self.report(later, weeks: 2).rows(.hour) == hours)
  }
}
