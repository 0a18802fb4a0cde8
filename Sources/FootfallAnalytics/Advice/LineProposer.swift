internal import FootfallCore

/// Looks for a line that counts the same people better.
struct LineProposer: Sendable {
  private let paths: WalkedPaths
  private let candidates: LineCandidates
  private let parameters: AdviceParameters

  init(_ paths: WalkedPaths) {
    self.paths = paths
    candidates = LineCandidates(paths)
    parameters = paths.parameters
  }

  /// A better line for `line`; nil where there is none.
  ///
  /// Better is what counts more of the people whom the line is about cleanly, and nobody else. The direction stays:
  /// who went in goes in.
  func proposal(for line: CountingLine, surveyed old: LineSurvey) -> LineProposal? {
    let isClient = clients(of: old)
    guard isClient.contains(true) else { return nil }
    let flow = FlowField.mainAxis(of: zip(paths.paths, isClient).filter(\.1).map(\.0))
    let moved = candidates.moved(line.segment, flow: flow).compactMap {
      rated($0, like: line, old: old, isClient: isClient)
    }
    guard let best = bestAfterLengthening(moved, { rated($0, like: line, old: old, isClient: isClient) })
    else {
      return nil
    }
    let now = score(old, isClient: isClient)
    let (worstNow, worst) = (worstSeverity(old.measure), worstSeverity(best.survey.measure))
    let gain = best.survey.measure.clean - old.measure.clean
    guard best.score >= now + 1, worst <= worstNow, gain > 0 || (gain == 0 && worst < worstNow) else {
      return nil
    }
    return LineProposal(line: best.line, before: old.measure, after: best.survey.measure)
  }

  /// A line for a camera without any; nil where too few people are seen to cross one.
  func proposalForCameraWithoutLine(id: String) -> LineProposal? {
    let isClient = [Bool](repeating: true, count: paths.paths.count)
    let template = CountingLine(id: id, segment: Segment(from: Point(0, 0), to: Point(1, 0)))
    func rate(_ segment: Segment) -> Rated? {
      var line = template
      line.segment = segment
      let survey = LineSurvey(line, paths)
      return Rated(line: line, survey: survey, score: score(survey, isClient: isClient))
    }
    let across = candidates.acrossTheFlow().compactMap(rate)
    guard let best = bestAfterLengthening(across, rate), best.survey.measure.clean >= parameters.fewestPeople
    else { return nil }
    return LineProposal(line: best.line, before: nil, after: best.survey.measure)
  }

  /// A line with its worth.
  private struct Rated {
    var line: CountingLine
    var survey: LineSurvey
    var score: Double
  }

  /// The best line after the ends of the most promising ones have been drawn out and in.
  private func bestAfterLengthening(_ lines: [Rated], _ rate: (Segment) -> Rated?) -> Rated? {
    let promising = Self.ranked(lines).prefix(6)
    let lengthened = promising.flatMap { candidates.lengthened($0.line.segment) }.compactMap(rate)
    return Self.ranked(Array(promising) + lengthened).first
  }

  /// The best first; among equals the earlier one, which is changed less.
  private static func ranked(_ lines: [Rated]) -> [Rated] {
    lines.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
  }

  /// Whom a line is about: who crosses it, goes round its ends, or vanishes or appears there; where these are too few,
  /// who comes near.
  private func clients(of survey: LineSurvey) -> [Bool] {
    let certain = survey.people.map {
      !$0.crossings.isEmpty || $0.aroundFrom + $0.aroundTo > 0 || $0.endsNear
    }
    let isEnough = certain.count { $0 } >= parameters.fewestPeople
    return isEnough ? certain : survey.people.map(\.isNear)
  }

  /// The worth of a segment in the place of `line`; nil where in would not stay in.
  private func rated(
    _ segment: Segment, like line: CountingLine, old: LineSurvey, isClient: [Bool]
  ) -> Rated? {
    var candidate = line
    candidate.segment = segment
    var survey = LineSurvey(candidate, paths)
    var (same, opposite) = agreement(old, survey)
    let turn = (segment.to - segment.from).dot(line.segment.to - line.segment.from)
    // cos 80°: nearly across the old line, only people who crossed both can tell which way is in.
    let isAcross = abs(turn) < 0.174 * segment.length * line.segment.length
    if isAcross, opposite > same {
      candidate.segment = Segment(from: segment.to, to: segment.from)
      survey = LineSurvey(candidate, paths)
      (same, opposite) = (opposite, same)
    }
    let crossedBefore = old.people.count { $0.net != 0 }
    guard same >= 3 * opposite, !isAcross || (same >= 2 && 4 * same >= 3 * crossedBefore) else { return nil }
    let distance = (segment.from - line.segment.from).length + (segment.to - line.segment.to).length
    let height = paths.heights.height(at: segment.from.interpolated(to: segment.to, fraction: 0.5))
    // As good, but nearer to what was drawn.
    let cost = 0.02 * distance / max(height, 1)
    return Rated(line: candidate, survey: survey, score: score(survey, isClient: isClient) - cost)
  }

  /// How many people cross both lines in the same direction, and in opposite ones.
  private func agreement(_ old: LineSurvey, _ new: LineSurvey) -> (same: Int, opposite: Int) {
    var (same, opposite) = (0, 0)
    for (before, after) in zip(old.people, new.people) {
      let product = before.net.signum() * after.net.signum()
      if product > 0 { same += 1 } else if product < 0 { opposite += 1 }
    }
    return (same, opposite)
  }

  /// People counted cleanly, less half of each who is not and a whole one for each who is not meant.
  private func score(_ survey: LineSurvey, isClient: [Bool]) -> Double {
    var score = 0.0
    for (person, isMeant) in zip(survey.people, isClient) {
      if !person.crossings.isEmpty {
        let clean = person.crossings.filter { $0.isClean(parameters) }.compactMap(\.sine).max()
        // Who turns back is no reason to have a line there.
        let turnsBack = person.net == 0
        score += isMeant ? (turnsBack ? 0 : clean ?? -0.5) : -1
      }
      if person.aroundFrom + person.aroundTo > 0 { score -= 0.5 }
      if person.endsNear { score -= 0.5 }
      if person.runsAlong { score -= 0.5 }
      if person.lingers { score -= 0.5 }
    }
    return score
  }

  private func worstSeverity(_ measure: LineMeasure) -> Finding.Severity {
    LineJudge(measure, paths).findings.map(\.severity).max() ?? .ok
  }
}
