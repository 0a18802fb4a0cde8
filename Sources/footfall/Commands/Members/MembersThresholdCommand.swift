import ArgumentParser
import FootfallAnalytics
import FootfallEvaluation
import FootfallMembers
import Logging

struct MembersThresholdCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "threshold",
    abstract: "Find the threshold for a rate of false accepts, from pairs of pictures.",
    discussion: """
      The pairs are those of evaluate faces; take pictures of your own cameras. Each further member is another chance to \
      take a stranger for somebody: say with --members how many there will be.

      Example:
        footfall members threshold --pairs pairs.csv --root pictures --false-accept-rate 0.01 --members 1
      """)

  @Option(help: ArgumentHelp("Pairs of pictures as CSV: a, b, same.", valueName: "file"))
  var pairs: String

  @Option(help: ArgumentHelp("The folder that the pictures' paths start from.", valueName: "folder"))
  var root: String

  @Option(help: ArgumentHelp("How often a stranger may be taken for a member.", valueName: "share"))
  var falseAcceptRate: Double

  @Option(help: ArgumentHelp("How many members there will be.", valueName: "n"))
  var members = 1

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var faces: FaceOptions
  @OptionGroup var log: LogOptions

  func validate() throws {
    if !(falseAcceptRate > 0 && falseAcceptRate < 1) {
      throw ValidationError("--false-accept-rate is \(falseAcceptRate); allowed: more than 0 and less than 1")
    }
    if members < 1 { throw ValidationError("--members is \(members); allowed: 1 or more") }
  }

  private struct Report: Encodable {
    let threshold, trueAccepts, falseAcceptRateOfPairs: Double
    /// The share of pairs of different people that the threshold accepts, with its 95 % interval.
    let acceptedShare: Double
    let acceptedInterval: [Double]
    let pairs: Int
  }

  func run() throws {
    log.logger.info("comparing", metadata: ["pairs": "\(self.pairs)", "root": "\(self.root)"])
    let sample = try PairSample(pairsAt: pairs, root: root, options: faces)
    let choice = try choice(from: sample)
    let same = zip(sample.pairs, sample.similarities).filter { $0.0.isSame }
    let accepted = same.count { $0.1 >= choice.threshold }
    let others = zip(sample.pairs, sample.similarities).filter { !$0.0.isSame }
    let mistaken = Proportion(
      numerator: others.count { $0.1 >= choice.threshold }, denominator: others.count)
    let interval = mistaken.interval ?? 0...1
    let report = Report(
      threshold: choice.threshold, trueAccepts: Double(accepted) / Double(same.count),
      falseAcceptRateOfPairs: choice.rateOfPairs, acceptedShare: mistaken.value ?? 0,
      acceptedInterval: [interval.lowerBound, interval.upperBound], pairs: choice.pairs)
    if json { return try StandardOutput.write(json: report) }
    try StandardOutput.write(table: [
      ("threshold", report.threshold.fixed(4), "for --threshold of members match"),
      ("accepted", report.trueAccepts.fixed(4), "pairs of the same person"),
      (
        "mistaken", report.acceptedShare.fixed(5),
        "pairs of different people; \(interval.lowerBound.fixed(5)) to \(interval.upperBound.fixed(5)) with 95 %"
      ),
      (
        "pairs", "\(report.pairs)",
        "of different people, of which \(report.falseAcceptRateOfPairs) may be accepted"
      ),
    ])
  }

  private func choice(from sample: PairSample) throws -> ThresholdChoice {
    let others = zip(sample.pairs, sample.similarities).filter { !$0.0.isSame }.map(\.1)
    do {
      return try ThresholdChoice(similarities: others, rate: falseAcceptRate, members: members)
    } catch {
      throw CommandError(
        "cannot find a threshold: \(pairs): has \(others.count) pairs of different people; \(error.needed) or more are "
          + "needed for a rate of \(falseAcceptRate) among \(members) members",
        .badData)
    }
  }
}
