public import FootfallCore

/// The uniform that examples of staff teach, and whom it fits among those it was learned from.
public struct StaffExamples: Hashable, Sendable {
  /// What they wear.
  public let uniform: StaffUniform
  /// How many people were marked.
  public let staff: Int
  /// How many of them it fits.
  public let staffAlike: Int
  /// How many others were seen.
  public let others: Int
  /// How many of the others it fits: staff that nobody marked, or customers who dress like them.
  public let othersAlike: Int

  /// The share of all people seen whom it fits.
  public var shareAlike: Double { Double(staffAlike + othersAlike) / Double(staff + others) }

  /// With fewer examples nobody knows by how much they differ.
  static let leastPieces = 3

  /// The standard deviation of similarities is taken to be at least this: about that of one person in several pieces of
  /// four seconds (0.10 and 0.10 over the people of PETS 2009 S2.L1 and of one-by-one).
  static let leastDeviation = 0.1

  /// Learns from examples.
  /// - Parameters:
  ///   - pieces: what marked people looked like for a few seconds each; nil comes of fewer than three.
  ///   - staff: what each of them looked like in all.
  ///   - others: the same of everybody else.
  init?(pieces: [Appearance], staff: [Appearance], others: [Appearance]) {
    guard pieces.count >= Self.leastPieces else { return nil }
    var mean = AppearanceMean()
    for piece in pieces { mean.add(piece) }
    guard let colours = mean.appearance else { return nil }
    let within = pieces.indices.map { index in
      var rest = AppearanceMean()
      for (other, piece) in pieces.enumerated() where other != index { rest.add(piece) }
      return rest.appearance?.similarity(to: pieces[index]) ?? 0
    }
    let between = others.map { $0.similarity(to: colours) }
    uniform = StaffUniform(
      appearance: colours, leastSimilarity: Self.threshold(within: within, between: between))
    self.staff = staff.count
    self.others = others.count
    staffAlike = staff.count(where: uniform.isWorn)
    othersAlike = others.count(where: uniform.isWorn)
  }

  /// The similarity that is as many standard deviations below the mean of examples, each compared with the rest of them,
  /// as it is above the mean of others: were both normal, as many staff would be missed as others mistaken.
  private static func threshold(within: [Double], between: [Double]) -> Double {
    let (own, others) = (spread(within), spread(between))
    return (others.deviation * own.mean + own.deviation * others.mean) / (own.deviation + others.deviation)
  }

  private static func spread(_ values: [Double]) -> (mean: Double, deviation: Double) {
    guard !values.isEmpty else { return (0, leastDeviation) }
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, values.count - 1))
    return (mean, max(leastDeviation, variance.squareRoot()))
  }
}
