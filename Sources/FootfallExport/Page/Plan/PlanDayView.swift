internal import FootfallCore
internal import FootfallPlanning

/// One business day of a plan on the time axis of its drawings: the hours in which somebody is needed or at work.
struct PlanDayView {
  let report: PlanReport
  let day: PlanDay
  /// Whole hours of the store's clock, where the clock is not changed.
  let span: Range<Int>
  /// One slot for each interval.
  let axis: TimeAxis

  /// - Returns: nil where nobody is needed or at work, or the time zone is unknown.
  init?(_ report: PlanReport, day: PlanDay) {
    let horizon = report.problem.horizon
    let demand = report.problem.demand
    let intervals =
      day.minutes.lowerBound / demand.intervalMinutes..<day.minutes.upperBound / demand.intervalMinutes
    let busy = intervals.filter { interval in
      demand.required.indices.contains {
        demand.required[$0][interval] > 0 || report.cover.scheduled[$0][interval] > 0
      }
    }
    let shifts = report.plan.shifts.filter { day.minutes.contains($0.minutes.lowerBound) }
    let starts = busy.first.map { demand.minutes(of: $0).lowerBound }
    let ends = busy.last.map { demand.minutes(of: $0).upperBound }
    guard let first = ([starts] + shifts.map(\.minutes.lowerBound)).compactMap({ $0 }).min(),
      let last = ([ends] + shifts.map(\.minutes.upperBound)).compactMap({ $0 }).max(),
      let clock = WallClock(startMilliseconds: Int64(horizon.start) * 60_000, timeZone: horizon.timeZone)
    else { return nil }
    let from = max(0, first - horizon.clockMinute(at: first) % 60)
    let past = horizon.clockMinute(at: last) % 60
    let to = min(horizon.minutes.upperBound, past == 0 ? last : last + 60 - past)
    self.report = report
    self.day = day
    span = from..<to
    let slots = stride(from: from, to: to, by: demand.intervalMinutes).map { start in
      ChartSlot(start: MediaTime(minutes: start), end: MediaTime(minutes: start + demand.intervalMinutes))
    }
    axis = TimeAxis(slots: slots, clock: clock)
  }

  /// The intervals of the period that the slots stand for.
  var intervals: Range<Int> {
    let length = report.problem.demand.intervalMinutes
    return span.lowerBound / length..<span.lowerBound / length + axis.slots.count
  }

  /// The shifts that begin on the day.
  var shifts: [Shift] { report.plan.shifts.filter { day.minutes.contains($0.minutes.lowerBound) } }

  /// Where a minute lies, in percent of the width.
  func x(_ minute: Int) -> Double {
    100 * Double(min(max(minute, span.lowerBound), span.upperBound) - span.lowerBound)
      / Double(max(1, span.count))
  }

  /// The day as `Monday 30 November 2026`.
  var title: String { local.dateText }

  /// The day as `Mon 30 Nov`.
  var shortTitle: String { local.shortDateText }

  private var local: CivilTime {
    CivilTime(milliseconds: Int64(day.number) * CivilTime.millisecondsPerDay)
  }
}

extension MediaTime {
  /// So many minutes after the beginning.
  init(minutes: Int) { self.init(nanoseconds: Int64(minutes) * 60_000_000_000) }
}
