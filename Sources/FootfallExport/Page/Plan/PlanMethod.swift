internal import FootfallPlanning

/// How the plan came about and what its numbers mean.
struct PlanMethod {
  let report: PlanReport
  let generatorVersion: String

  var markup: Markup {
    """
    <footer><h2>How this was planned</h2>
    <div class="method"><dl>\(facts)</dl>
    <dl>\(definitions)</dl></div>
    <p class="sub">Made by footfall \(generatorVersion). A plan is a suggestion: somebody has to agree to it.</p></footer>
    """
  }

  private func entry(_ term: String, _ description: String) -> Markup {
    "<div><dt>\(term)</dt><dd>\(description)</dd></div>"
  }

  private var facts: Markup {
    var entries: [Markup] = []
    if let solution = report.solution {
      let proof =
        solution.status == .optimal ? "no plan is better" : "no plan is below \(fixed(solution.bound))"
      entries.append(entry("Search", "\(solution.solver), seed \(solution.seed); \(proof)"))
    }
    let terms = report.terms
    let parts = [
      ("people missing", terms.under), ("people not needed", terms.over), ("hours paid", terms.labour),
      ("wishes", terms.wishes), ("hours below contract", terms.minimumHours),
      ("uneven shares", terms.fairness),
      ("changes", terms.changes), ("different starts", terms.startTimes),
    ].filter { $0.1 > 0 }.map { "\($0.0) \(fixed($0.1))" }
    let sum = parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
    entries.append(entry("Objective", "\(fixed(terms.total))\(sum)"))
    let weights = report.problem.weights
    entries.append(
      entry(
        "Weights",
        """
        an hour missing \(fixed(weights.underHour)), an hour not needed \(fixed(weights.overHour)), an hour paid \
        \(fixed(weights.labourHour)), an hour below contract \(fixed(weights.minimumHour))
        """))
    entries.append(entry("Time zone", report.problem.horizon.timeZone))
    return entries.joined()
  }

  private func fixed(_ number: Double) -> String { Wording.fixed(number, decimals: 1) }

  private var definitions: Markup {
    [
      entry("Needed", "the heads that the requirements ask for in an interval"),
      entry("At work", "on shift throughout the interval and on no break"),
      entry("Missing", "needed and not at work"),
      entry(
        "What keeps the others away",
        "for each person, the first rule that forbids every shift with which they could be there"),
      entry("Room for better", "how far the objective can be from that of the best plan, at most"),
    ].joined()
  }
}
