internal import FootfallAnalytics

extension AdviceDocument {
  /// How people walk at a line, as ``LineMeasure`` defines it.
  struct LineNumbers: Codable, Hashable, Sendable {
    let near: Int
    let `in`: Int
    let out: Int
    let crossers: Int
    let clean: Int
    let flat: Int
    @Nullable var medianAngleDegrees: Double?
    let alongside: Int
    let ending: Int
    let aroundFrom: Int
    let aroundTo: Int
    let lingering: Int
    let secondsNear: Double
    let secondsUnsettled: Double
    let cutOffShare: Double
    let hiddenShare: Double

    init(_ measure: LineMeasure) {
      near = measure.near
      `in` = measure.entries
      out = measure.exits
      crossers = measure.crossers
      clean = measure.clean
      flat = measure.flat
      medianAngleDegrees = measure.medianAngle.map { Fixed.rounded($0, decimals: 1) }
      alongside = measure.alongside
      ending = measure.ending
      aroundFrom = measure.aroundFrom
      aroundTo = measure.aroundTo
      lingering = measure.lingering
      secondsNear = Fixed.rounded(measure.secondsNear, decimals: 3)
      secondsUnsettled = Fixed.rounded(measure.secondsUnsettled, decimals: 3)
      cutOffShare = Fixed.rounded(measure.cutOffShare, decimals: 4)
      hiddenShare = Fixed.rounded(measure.hiddenShare, decimals: 4)
    }
  }

  /// How people stand and walk in a zone, as ``ZoneMeasure`` defines it.
  struct ZoneNumbers: Codable, Hashable, Sendable {
    let visitors: Int
    let ending: Int
    let secondsInside: Double
    let cutOffShare: Double
    let hiddenShare: Double
    let areaPixels: Double
    @Nullable var breadthHeights: Double?

    init(_ measure: ZoneMeasure) {
      visitors = measure.visitors
      ending = measure.ending
      secondsInside = Fixed.rounded(measure.secondsInside, decimals: 3)
      cutOffShare = Fixed.rounded(measure.cutOffShare, decimals: 4)
      hiddenShare = Fixed.rounded(measure.hiddenShare, decimals: 4)
      areaPixels = Fixed.rounded(measure.areaPixels, decimals: 1)
      breadthHeights = measure.breadthHeights.map { Fixed.rounded($0, decimals: 4) }
    }
  }
}
