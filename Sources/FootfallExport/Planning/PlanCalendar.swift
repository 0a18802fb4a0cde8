internal import FootfallCore
public import FootfallPlanning
internal import Foundation

/// The shifts of a plan as iCalendar files (RFC 5545), for the whole store or for one employee.
///
/// Every shift is a suggestion (`STATUS:TENTATIVE`). The files bring the rules of the store's time zone for the period
/// with them.
public struct PlanCalendar {
  /// What the store's file is called.
  public static let storeName = "shifts.ics"

  private let report: PlanReport
  private let setting: PlanSetting
  private let clock: StoreClock
  private let zone: TimeZone

  private var horizon: PlanHorizon { report.problem.horizon }

  /// Prepares the calendars of a plan; nil where the period's time zone is unknown.
  public init?(_ report: PlanReport, _ setting: PlanSetting) {
    let name = report.problem.horizon.timeZone
    guard let clock = StoreClock(timeZone: name), let zone = TimeZone(identifier: name) else { return nil }
    self.report = report
    self.setting = setting
    self.clock = clock
    self.zone = zone
  }

  /// What the file of an employee is called; letters that no file's name should have become `_`.
  public static func name(employee id: String) -> String {
    let letters = id.unicodeScalars.map { scalar -> Character in
      scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains(scalar))
        ? Character(scalar) : "_"
    }
    return "shifts-\(String(letters)).ics"
  }

  /// Whether a file is called as an employee's.
  public static func isOfEmployee(_ name: String) -> Bool {
    name.hasPrefix("shifts-") && name.hasSuffix(".ics")
  }

  /// Whether a file is a calendar that footfall made of a plan of this store.
  public func isOwn(_ content: [UInt8]) -> Bool {
    let lines = String(decoding: content, as: UTF8.self).replacing("\r\n ", with: "").split(separator: "\r\n")
    return lines.contains { $0.hasPrefix("PRODID:" + Self.product) }
      && lines.contains { $0 == "LOCATION:" + ContentLines.escaped(setting.store) }
  }

  /// How calendars name the program that made them, before its version.
  private static let product = "-//footfall//footfall "

  /// All shifts, open ones among them.
  public func store() -> [UInt8] { calendar(report.plan.shifts, isStore: true) }

  /// The shifts of one employee.
  public func employee(_ employee: Employee) -> [UInt8] {
    calendar(report.shifts(of: employee), isStore: false)
  }

  private func calendar(_ shifts: [Shift], isStore: Bool) -> [UInt8] {
    var lines = ContentLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", text: "\(Self.product)\(setting.generatorVersion)//EN")
    addZone(to: &lines)
    var seen: [String: Int] = [:]
    for shift in shifts {
      let name = name(of: shift)
      seen[name, default: 0] += 1
      // Open shifts may be alike.
      let count = seen[name] ?? 1
      add(shift, uid: count > 1 ? "\(name)-\(count)" : name, isStore: isStore, to: &lines)
    }
    lines.add("END", "VCALENDAR")
    return lines.bytes
  }

  private func name(of shift: Shift) -> String {
    "\(utc(shift.minutes.lowerBound))-\(utc(shift.minutes.upperBound))-\(shift.role)-\(shift.employee ?? "open")"
  }

  private func add(_ shift: Shift, uid: String, isStore: Bool, to lines: inout ContentLines) {
    let person = shift.employee ?? "open shift"
    let stamp = setting.generatedAtMilliseconds.map { Int($0.flooredQuotient(by: 60_000)) - horizon.start }
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", text: "\(uid)@\(setting.store).footfall")
    lines.add("DTSTAMP", utc(stamp ?? 0))
    addTime("DTSTART", shift.minutes.lowerBound, to: &lines)
    addTime("DTEND", shift.minutes.upperBound, to: &lines)
    lines.add("SUMMARY", text: isStore ? "\(shift.role): \(person)" : shift.role)
    if !shift.breaks.isEmpty {
      let breaks = shift.breaks.map { pause in
        "\(pause.isPaid ? "Paid break" : "Break") \(horizon.clockText(at: pause.minutes.lowerBound))–"
          + horizon.clockText(at: pause.minutes.upperBound)
      }
      lines.add("DESCRIPTION", text: breaks.joined(separator: "\n"))
    }
    lines.add("LOCATION", text: setting.store)
    lines.add("CATEGORIES", text: shift.role)
    lines.add("STATUS", "TENTATIVE")
    lines.add("END", "VEVENT")
  }

  /// A time on the store's clock, or in UTC where the clock shows it a second time: a local time means the first.
  private func addTime(_ name: String, _ minute: Int, to lines: inout ContentLines) {
    let instant = Int64(horizon.start + minute) * 60_000
    let local = clock.time(atMilliseconds: instant).local
    if clock.milliseconds(at: local) == instant {
      lines.add("\(name);TZID=\(horizon.timeZone)", compact(local))
    } else {
      lines.add(name, utc(minute))
    }
  }

  /// The offset that the period begins with, and each change within it.
  private func addZone(to lines: inout ContentLines) {
    let offsets = horizon.clockOffsets
    let first = offsets.lastIndex { $0.from <= 0 } ?? 0
    lines.add("BEGIN", "VTIMEZONE")
    lines.add("TZID", horizon.timeZone)
    for index in first..<offsets.count
    where index == first || offsets[index].from < horizon.minutes.upperBound {
      let offset = offsets[index]
      let before = index > 0 ? offsets[index - 1].minutes : offset.minutes
      let instant = Int64(horizon.start + offset.from) * 60_000
      let isSummer = zone.isDaylightSavingTime(for: Date(timeIntervalSince1970: Double(instant) / 1000))
      let kind = isSummer ? "DAYLIGHT" : "STANDARD"
      lines.add("BEGIN", kind)
      // An onset is told on the clock as it was before (RFC 5545, 3.6.5).
      lines.add("DTSTART", compact(CivilTime(milliseconds: instant + Int64(before) * 60_000)))
      lines.add("TZOFFSETFROM", text(offset: before))
      lines.add("TZOFFSETTO", text(offset: offset.minutes))
      lines.add("END", kind)
    }
    lines.add("END", "VTIMEZONE")
  }

  private func text(offset minutes: Int) -> String {
    let size = Int(minutes.magnitude)
    return (minutes < 0 ? "-" : "+") + Wording.twoDigits(size / 60) + Wording.twoDigits(size % 60)
  }

  private func utc(_ minute: Int) -> String {
    compact(CivilTime(milliseconds: Int64(horizon.start + minute) * 60_000)) + "Z"
  }

  /// `20261130T080000`.
  private func compact(_ time: CivilTime) -> String {
    let text = WrittenTime(local: time, offsetMilliseconds: nil).text
    return text.filter { $0 != "-" && $0 != ":" }
  }
}
