internal import FootfallLayout
internal import Foundation

extension ComparisonDocument {
  /// The same to read.
  public var text: String {
    let wording = ComparisonWording(document: self, language: .english)
    var lines = [wording.sentence, ""]
    lines.append(row("without the change", "\(number(baseline.mean)) a day on \(baseline.days) days"))
    lines.append(row("with it", "\(number(changed.mean)) a day on \(changed.days) days"))
    if !controls.isEmpty { lines.append(row("less controls", controls.joined(separator: ", "))) }
    lines.append(row("change", interval(effect.value, effect.low, effect.high, digits: number)))
    if let share { lines.append(row("share", interval(share.value, share.low, share.high, digits: percent))) }
    for check in checks {
      let digits = check.method == Comparison.Method.newcombe.rawValue ? percent : number
      lines.append(
        row(wording.method(check), interval(check.value, check.low, check.high, digits: digits)))
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
    if let declaredChange { lines.append(row("declared", declaredChange)) }
    return (lines + [""] + wording.notes.map { "- \($0)" }).joined(separator: "\n") + "\n"
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
}
