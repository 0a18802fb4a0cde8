internal import FootfallLayout
internal import Foundation

extension ComparisonDocument {
  /// The same to read.
  public var text: String {
    let name = series.isEmpty ? "The value" : series
    var lines = [sentence(name), ""]
    lines.append(row("without the change", "\(number(baseline.mean)) a day on \(baseline.days) days"))
    lines.append(row("with it", "\(number(changed.mean)) a day on \(changed.days) days"))
    if !controls.isEmpty { lines.append(row("less controls", controls.joined(separator: ", "))) }
    lines.append(row("change", interval(effect.value, effect.low, effect.high, digits: number)))
    if let share { lines.append(row("share", interval(share.value, share.low, share.high, digits: percent))) }
    for check in checks {
      let digits = check.method == Comparison.Method.newcombe.rawValue ? percent : number
      lines.append(
        row(
          ComparisonDocument.names[check.method] ?? check.method,
          interval(check.value, check.low, check.high, digits: digits)))
    }
    if let minimumDetectableEffect {
      let share = minimumDetectableShare.map { " (\(percent($0)))" } ?? ""
      lines.append(row("could be found", "\(number(minimumDetectableEffect))\(share), four times in five"))
    }
    if let trend = history?.trend {
      lines.append(
        row("drift before", "\(interval(trend.value, trend.low, trend.high, digits: number)) a week"))
    }
    if let placebos = history?.placebos, !placebos.isEmpty {
      let seen = placebos.count { ($0.effect.low ?? -1) > 0 || ($0.effect.high ?? 1) < 0 }
      lines.append(row("false dates", "\(seen) of \(placebos.count) before the change show one"))
    }
    let notes = caveats.compactMap { ComparisonDocument.notes[$0] } + assumptions
    if let declaredChange { lines.append(row("declared", declaredChange)) }
    return (lines + [""] + notes.map { "- \($0)" }).joined(separator: "\n") + "\n"
  }

  private func sentence(_ name: String) -> String {
    guard verdict != Verdict.Direction.inconclusive.rawValue else {
      return "Inconclusive: the difference may be chance."
    }
    if causal { return "The change made \(name) \(verdict)." }
    return "\(name) is \(verdict) with the change; whether it is the reason is not known."
  }

  private func row(_ name: String, _ value: String) -> String {
    name.padding(toLength: 20, withPad: " ", startingAt: 0) + value
  }

  private func interval(
    _ value: Double, _ low: Double?, _ high: Double?, digits: (Double) -> String
  ) -> String {
    "\(digits(value)), \(percent(level)) interval \(low.map(digits) ?? "-∞") to \(high.map(digits) ?? "∞")"
  }

  private func number(_ value: Double) -> String { String(format: "%.4g", value) }
  private func percent(_ value: Double) -> String { String(format: "%.1f %%", 100 * value) }

  private static let names = [
    "welch": "without weekdays", "movingBlocks": "in blocks of a week", "newcombe": "all days as one",
  ]

  private static let notes = [
    "noControl":
      "There is neither a control nor a lot, so that anything else of that time may be the reason.",
    "notDrawnByLot":
      "The turns were not drawn by lot, so that what else goes by the same rule may be the reason.",
    "trendBefore": "It went apart from the controls before the change already.",
    "trendUnknown": "Fewer than 14 days before the change do not show whether it went like the controls.",
    "geometryChanged": "Cameras or zones are not the same in both, which alone may make a difference.",
    "fewDays": "A side has fewer than 14 days: each weekday should come twice or more.",
    "weekdaysDiffer":
      "Weekdays or parts of the day are not the same in both, so that they may make the difference.",
    "blocksDisagree": "Allowing for runs of good and bad days, the difference may be chance.",
  ]
}
