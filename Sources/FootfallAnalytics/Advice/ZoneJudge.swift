internal import FootfallCore

/// Says what is wrong with a zone.
struct ZoneJudge: Sendable {
  private let measure: ZoneMeasure
  private let paths: WalkedPaths
  private let parameters: AdviceParameters

  init(_ measure: ZoneMeasure, _ paths: WalkedPaths) {
    self.measure = measure
    self.paths = paths
    parameters = paths.parameters
  }

  /// All findings, the worst first, and ``Finding/Kind/good`` where nothing is wrong; none where nobody was seen.
  var findings: [Finding] {
    guard paths.people > 0 else { return [] }
    if measure.areaPixels == 0 { return [outside] }
    let walking = measure.visitors >= parameters.fewestPeople ? [cutOff, hidden, endings] : [absence]
    let all = ([smallness] + walking).compactMap(\.self)
    return all.isEmpty ? [good] : Finding.worstFirst(all)
  }

  private var good: Finding {
    Finding(
      .good, .ok, ["visitors": Double(measure.visitors), "secondsInside": measure.secondsInside],
      "\(measure.visitors.people) inside for \(measure.secondsInside.tenths) s together; "
        + "\(measure.ending) of them appear or vanish there.")
  }

  private var outside: Finding {
    Finding(
      .outsidePicture, .error, ["areaPixels": 0], "Nothing of the zone is in the picture.",
      action: "Draw the zone where feet can be seen.")
  }

  private var absence: Finding {
    let numbers = ["people": Double(paths.people), "visitors": Double(measure.visitors)]
    guard measure.visitors == 0, paths.people >= parameters.fewestInView else {
      return Finding(
        .notEnoughPeople, .warning, numbers,
        "Not enough people seen to judge: \(measure.visitors) of \(paths.people.people) came into the zone.",
        action: "Let it look at footage of a busier time, with \(parameters.fewestPeople) people or more.")
    }
    return Finding(
      .outsideWalkedArea, .warning, numbers, "None of the \(paths.people.people) seen set foot in the zone.",
      action: "Draw the zone on the floor where people stand, or let it look at footage in which they do.")
  }

  private var smallness: Finding? {
    guard let breadth = measure.breadthHeights, breadth < parameters.narrowBreadthHeights else { return nil }
    return Finding(
      .tooSmall, breadth < parameters.smallestBreadthHeights ? .error : .warning,
      ["breadthHeights": breadth, "areaPixels": measure.areaPixels],
      "The zone is \(breadth.percent) of a body's height across; the feet of somebody who stands still wander by "
        + "\(parameters.analytics.settleHeights.percent) either way.",
      action:
        "Draw the zone so large that people stand inside with both feet, a body's height across or more.")
  }

  private var cutOff: Finding? {
    guard let severity = Finding.Severity(share: measure.cutOffShare, limit: parameters.limits.cutOff) else {
      return nil
    }
    return Finding(
      .feetCutOff, severity, ["share": measure.cutOffShare, "secondsInside": measure.secondsInside],
      "\(measure.cutOffShare.percent) of the time inside people are cut off by the edge of the picture.",
      action: "Draw the zone further inside the picture, or turn the camera.")
  }

  private var hidden: Finding? {
    guard let severity = Finding.Severity(share: measure.hiddenShare, limit: parameters.limits.hidden) else {
      return nil
    }
    return Finding(
      .oftenHidden, severity, ["share": measure.hiddenShare, "secondsInside": measure.secondsInside],
      "\(measure.hiddenShare.percent) of the time inside people are hidden or not found.",
      action: "Draw the zone where people are seen whole, or look at it with another camera.")
  }

  private var endings: Finding? {
    let limit = parameters.limits.ending
    guard let severity = Finding.Severity(measure.ending, of: measure.visitors, limit: limit) else {
      return nil
    }
    return Finding(
      .tracksEnd, severity, ["ending": Double(measure.ending), "visitors": Double(measure.visitors)],
      "\(measure.ending) of the \(measure.visitors.people) inside appear or vanish there: how long they stay is "
        + "not known.",
      action: "Draw the zone where people are seen coming and going.")
  }
}
