public import FootfallPlanning
internal import FootfallCore

extension PlanDocument {
  /// A number that the document states and its shifts do not give.
  public struct Mismatch: Encodable, Hashable, Sendable {
    /// Where it stands, as a JSON pointer (RFC 6901).
    public let pointer: String
    /// What the document says.
    public let stated: Double
    /// What its shifts give; of a bound above the objective, and of the gap, what they could be at most.
    public let recomputed: Double

    /// nil where both are equal but for what six decimals lose.
    init?(_ pointer: String, stated: Double, recomputed: Double) {
      guard abs(stated - recomputed) > 1e-5 * max(1, abs(recomputed)) else { return nil }
      self.pointer = pointer
      self.stated = stated
      self.recomputed = Fixed.rounded(recomputed, decimals: 6)
    }
  }

  /// What the document states of shifts and people that is not so: paid minutes, costs, days.
  /// - Parameters:
  ///   - report: the judgement about the document's own shifts.
  ///   - currency: in which employees are paid; nil where no costs are known.
  /// - Throws: for a cost that is no number or in another currency, and for a status, a skill or an employee that the staff
  ///   file does not have.
  public func mismatches(
    ofShifts report: PlanReport, currency: String?
  ) throws(DocumentError) -> [Mismatch] {
    var setting = PlanSetting(store: store, generatorVersion: "")
    setting.currency = currency
    guard let truth = PlanDocument(report, setting) else { return [] }
    return try mismatchesOfShifts(truth, report) + mismatchesOfPeople(truth)
  }

  private func mismatchesOfShifts(
    _ truth: PlanDocument, _ report: PlanReport
  ) throws(DocumentError) -> [Mismatch] {
    // A plan has its shifts in an order of its own.
    let places = Dictionary(zip(report.plan.shifts, truth.shifts)) { first, _ in first }
    var mismatches: [Mismatch?] = []
    for (index, (row, shift)) in zip(shifts, try rosteredShifts(on: report.problem.horizon)).enumerated() {
      let pointer = "/shifts/\(index)"
      if let stated = row.paidMinutes {
        mismatches.append(
          Mismatch(
            pointer + "/paidMinutes", stated: Double(stated), recomputed: Double(shift.paidMinutes)))
      }
      let known = places[shift]
      if let known { try row.check(against: known, roles: report.problem.roles, at: pointer) }
      guard let stated = row.cost else { continue }
      guard let amount = Double(stated.amount), amount.isFinite else {
        throw DocumentError(
          pointer + "/cost/amount",
          "is '\(stated.amount)'; allowed: a number like \(known?.cost?.amount ?? "104.25")")
      }
      guard let cost = known?.cost, let recomputed = Double(cost.amount) else { continue }
      guard stated.currency == cost.currency else {
        throw DocumentError(
          pointer + "/cost/currency", "is '\(stated.currency)'; allowed: \(cost.currency), of the staff file")
      }
      mismatches.append(Mismatch(pointer + "/cost/amount", stated: amount, recomputed: recomputed))
    }
    return mismatches.compactMap { $0 }
  }

  private func mismatchesOfPeople(_ truth: PlanDocument) throws(DocumentError) -> [Mismatch] {
    let people = Dictionary((truth.employees ?? []).map { ($0.id, $0) }) { first, _ in first }
    var mismatches: [Mismatch?] = []
    for (index, stated) in (employees ?? []).enumerated() {
      let pointer = "/employees/\(index)"
      guard let person = people[stated.id] else {
        throw DocumentError(pointer + "/id", "is '\(stated.id)'; allowed: an id of the staff file")
      }
      mismatches += [
        Mismatch(
          pointer + "/paidMinutes", stated: Double(stated.paidMinutes), recomputed: Double(person.paidMinutes)
        ),
        Mismatch(pointer + "/days", stated: Double(stated.days), recomputed: Double(person.days)),
      ]
    }
    return mismatches.compactMap { $0 }
  }

  /// What the document states of cover and objective that is not so.
  /// - Parameters:
  ///   - report: the judgement about the document's own shifts, with the heads that are needed.
  ///   - knowsPublished: whether `report` knows the plan that was out before; without, what changes cost cannot be
  ///     recomputed, and the objective is compared without it.
  /// - Throws: for a row of `coverage` that is no interval of the period, or of another role.
  public func mismatches(
    ofCover report: PlanReport, knowsPublished: Bool
  ) throws(DocumentError) -> [Mismatch] {
    var mismatches: [Mismatch?] = []
    let problem = report.problem
    for (index, row) in (coverage ?? []).enumerated() {
      let pointer = "/coverage/\(index)"
      let minutes = try minutes(row.start, row.end, pointer, on: problem.horizon)
      let interval = minutes.lowerBound / intervalMinutes
      guard (0..<problem.intervalCount).contains(interval), problem.demand.minutes(of: interval) == minutes
      else {
        throw DocumentError(
          pointer + "/start",
          "is '\(row.start)'; allowed: the start of an interval of \(intervalMinutes) minutes of the period")
      }
      guard let role = problem.roles.firstIndex(where: { $0.id == row.role }) else {
        throw DocumentError(
          pointer + "/role",
          "is '\(row.role)'; allowed: \(problem.roles.map(\.id).joined(separator: ", "))")
      }
      let cover = report.cover
      let numbers = [
        ("required", row.required, cover.required[role][interval]),
        ("scheduled", row.scheduled, cover.scheduled[role][interval]),
        ("under", row.under, cover.under(role: role, interval: interval)),
        ("over", row.over, cover.over(role: role, interval: interval)),
      ]
      mismatches += numbers.map {
        Mismatch("\(pointer)/\($0.0)", stated: Double($0.1), recomputed: Double($0.2))
      }
    }
    return mismatches.compactMap { $0 } + mismatchesOfSolution(report.terms, knowsPublished: knowsPublished)
  }

  private func mismatchesOfSolution(_ terms: PlanTerms, knowsPublished: Bool) -> [Mismatch] {
    guard let solution else { return [] }
    let stated = solution.terms
    let changes = knowsPublished ? terms.changes : stated.changes
    let objective = terms.total - terms.changes + changes
    let numbers: [(String, Double, Double)] = [
      ("terms/under", stated.under, terms.under), ("terms/over", stated.over, terms.over),
      ("terms/labour", stated.labour, terms.labour), ("terms/wishes", stated.wishes, terms.wishes),
      ("terms/minimumHours", stated.minimumHours, terms.minimumHours),
      ("terms/fairness", stated.fairness, terms.fairness), ("terms/changes", stated.changes, changes),
      ("terms/startTimes", stated.startTimes, terms.startTimes),
      ("objective", solution.objective, objective), ("bound", solution.bound, min(solution.bound, objective)),
      ("gap", solution.gap, PlanSolution.gap(from: solution.bound, to: objective)),
    ]
    return numbers.compactMap { Mismatch("/solution/\($0.0)", stated: $0.1, recomputed: $0.2) }
  }
}

extension PlanDocument.PlannedShift {
  /// Refuses a status and skills that the shift has not by the staff file; what is pinned may be called a suggestion.
  fileprivate func check(
    against known: Self, roles: [StaffRole], at pointer: String
  ) throws(DocumentError) {
    let statuses = known.status == "pinned" ? ["pinned", "suggested"] : [known.status].compactMap { $0 }
    if let status, !statuses.contains(status) {
      throw DocumentError(
        pointer + "/status", "is '\(status)'; allowed: \(statuses.joined(separator: ", ")), by the staff file"
      )
    }
    guard let role = roles.first(where: { $0.id == self.role }) else { return }
    for (index, skill) in (skills ?? []).enumerated() where !role.skills.contains(skill) {
      throw DocumentError(
        "\(pointer)/skills/\(index)",
        "is '\(skill)'; allowed: \(role.skills.joined(separator: ", ")), of role '\(role.id)'")
    }
  }
}
