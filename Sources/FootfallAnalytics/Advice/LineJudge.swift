internal import FootfallCore

/// Says what is wrong with a line.
struct LineJudge: Sendable {
  private let measure: LineMeasure
  private let paths: WalkedPaths
  private let parameters: AdviceParameters

  init(_ measure: LineMeasure, _ paths: WalkedPaths) {
    self.measure = measure
    self.paths = paths
    parameters = paths.parameters
  }

  /// All findings, the worst first, and ``Finding/Kind/good`` where nothing is wrong; none where nobody was seen.
  var findings: [Finding] {
    guard paths.people > 0 else { return [] }
    let walking = measure.near >= parameters.fewestPeople ? walkingFindings : [absence]
    let all = ([edge] + walking).compactMap(\.self)
    return all.isEmpty ? [good] : Finding.worstFirst(all)
  }

  private var walkingFindings: [Finding?] {
    [reachability, flatness, alongside, cutOff, hidden, endings, shortness, lingering]
  }

  private var good: Finding {
    let angle = measure.medianAngle.map { ", at a median angle of \(Int($0.rounded())) degrees" } ?? ""
    return Finding(
      .good, .ok, ["crossings": Double(measure.crossings), "clean": Double(measure.clean)],
      "\(measure.crossings.crossings) by \(measure.crossers.people)\(angle); "
        + "\(measure.clean) seen well on both sides.")
  }

  private var absence: Finding {
    let numbers = ["people": Double(paths.people), "near": Double(measure.near)]
    guard measure.near == 0, paths.people >= parameters.fewestInView else {
      return Finding(
        .notEnoughPeople, .warning, numbers,
        "Not enough people seen to judge: \(measure.near) of \(paths.people.people) came near the line.",
        action: "Let it look at footage of a busier time, with \(parameters.fewestPeople) people or more.")
    }
    return Finding(
      .outsideWalkedArea, .warning, numbers,
      "None of the \(paths.people.people) seen came within a body's height of the line.",
      action: "Move the line to where people walk, or let it look at footage in which they walk here.")
  }

  private var edge: Finding? {
    let settle = parameters.analytics.settleHeights
    guard let room = measure.room?.smaller, room < settle else { return nil }
    return Finding(
      .tooNearEdge, measure.crossings == 0 ? .error : .warning,
      ["roomHeights": room, "settleHeights": settle],
      "The picture ends \((room * 100).tenths) % of a body's height beyond the line, and a crossing settles at "
        + "\(settle.percent): feet beyond it are cut off.",
      action: "Move the line into the picture, half a body's height or more from its edge.")
  }

  /// Whether anybody crosses, and could.
  private var reachability: Finding? {
    guard measure.crossings == 0 else { return nil }
    let numbers = [
      "near": Double(measure.near), "reachNegativeHeights": measure.reach.negative,
      "reachPositiveHeights": measure.reach.positive,
    ]
    if measure.reach.smaller < parameters.analytics.settleHeights {
      return Finding(
        .oneSided, .error, numbers,
        "\(measure.near.people) came near the line, and nobody's feet were seen beyond it on one of its sides.",
        action: "Move the line to where feet are seen on both sides.")
    }
    return Finding(
      .neverCrossed, .warning, numbers,
      "\(measure.near.people) came near the line on either side, and nobody crossed it.",
      action: "Draw the line across the way that people take.")
  }

  private var flatness: Finding? {
    let severity = Finding.Severity(measure.flat, of: measure.angled, limit: parameters.limits.flat)
    guard let severity else { return nil }
    return Finding(
      .flatAngle, severity,
      [
        "flat": Double(measure.flat), "crossings": Double(measure.angled),
        "medianAngleDegrees": measure.medianAngle ?? 0,
      ],
      "\(measure.flat) of \(measure.angled.crossings) are at less than 20 degrees to the line.",
      action: "Turn the line so that people walk straight across it.")
  }

  private var alongside: Finding? {
    let all = measure.alongsideOrCrossing
    guard let severity = Finding.Severity(measure.alongside, of: all, limit: parameters.limits.alongside)
    else { return nil }
    return Finding(
      .alongside, severity, ["alongside": Double(measure.alongside), "alongsideOrCrossing": Double(all)],
      "\(measure.alongside) of the \(all.people) at the line walk along it, where jitter counts them.",
      action: "Turn the line so that people walk straight across it, or move it away from their path.")
  }

  private var cutOff: Finding? {
    guard let severity = Finding.Severity(share: measure.cutOffShare, limit: parameters.limits.cutOff) else {
      return nil
    }
    return Finding(
      .feetCutOff, severity, ["share": measure.cutOffShare, "secondsNear": measure.secondsNear],
      "\(measure.cutOffShare.percent) of the time near the line people are cut off by the edge of the picture.",
      action: "Move the line further into the picture, or turn the camera.")
  }

  private var hidden: Finding? {
    guard let severity = Finding.Severity(share: measure.hiddenShare, limit: parameters.limits.hidden) else {
      return nil
    }
    return Finding(
      .oftenHidden, severity, ["share": measure.hiddenShare, "secondsNear": measure.secondsNear],
      "\(measure.hiddenShare.percent) of the time near the line people are hidden or not found.",
      action: "Move the line to where people are seen whole.")
  }

  private var endings: Finding? {
    guard let severity = Finding.Severity(measure.ending, of: measure.near, limit: parameters.limits.ending)
    else { return nil }
    return Finding(
      .tracksEnd, severity, ["ending": Double(measure.ending), "near": Double(measure.near)],
      "\(measure.ending) of the \(measure.near.people) near the line appear or vanish within a body's height of "
        + "it and may be missed.",
      action: "Move the line to where people have been in sight for a while on both sides.")
  }

  private var shortness: Finding? {
    let around = measure.aroundFrom + measure.aroundTo
    let all = around + measure.crossings
    guard let severity = Finding.Severity(around, of: all, limit: parameters.limits.round) else { return nil }
    let end = measure.aroundFrom == 0 ? "'to'" : measure.aroundTo == 0 ? "'from'" : "both ends"
    return Finding(
      .tooShort, severity,
      [
        "aroundFrom": Double(measure.aroundFrom), "aroundTo": Double(measure.aroundTo),
        "crossings": Double(measure.crossings),
      ],
      "\(around) of \(all.crossings) go round the ends of the line, within a body's height.",
      action: "Draw the line out at \(end), unless people there are not meant.")
  }

  private var lingering: Finding? {
    let limit = parameters.limits.lingering
    guard let severity = Finding.Severity(measure.lingering, of: measure.near, limit: limit) else {
      return nil
    }
    return Finding(
      .lingering, severity,
      [
        "lingering": Double(measure.lingering), "near": Double(measure.near),
        "secondsUnsettled": measure.secondsUnsettled,
      ],
      "\(measure.lingering) of the \(measure.near.people) near the line stay on it for more than "
        + "\(parameters.lingerSeconds.tenths) s.",
      action: "Move the line to where people walk on.")
  }
}

extension Finding {
  /// By severity, otherwise as they are.
  static func worstFirst(_ findings: [Finding]) -> [Finding] {
    [.error, .warning, .ok].flatMap { severity in findings.filter { $0.severity == severity } }
  }
}
