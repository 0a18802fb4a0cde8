import ArgumentParser
import FootfallEvaluation
import FootfallMembers
import FootfallVision
import Logging

struct EvaluateFacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "faces",
    abstract: "Recognition of faces on pairs of pictures.",
    discussion: """
      PAIRS.csv has the columns a, b and same: two pictures, and 1 where they show the same person, else 0. Two faces \
      are as alike as the cosine of the angle between their embeddings; of several faces in a picture the surest counts, \
      and a picture without a face is like no other. Needs the models yunet and sface (scripts/fetch-models yunet sface).

      The intervals hold 95 %: the people, found from the pairs of the same person, are drawn again 1,000 times. An \
      interval of one point says that the sample is too small to show an error, not that there is none.

      Example:
        footfall evaluate faces --pairs pairs.csv --root pictures --json
      """)

  @Option(help: ArgumentHelp("Pairs of pictures as CSV.", valueName: "file"))
  var pairs: String

  @Option(help: ArgumentHelp("The folder that the pictures' paths start from.", valueName: "folder"))
  var root: String

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var faces: FaceOptions

  @OptionGroup var log: LogOptions

  func run() throws {
    log.logger.info("comparing", metadata: ["pairs": "\(self.pairs)", "root": "\(self.root)"])
    let sample = try PairSample(pairsAt: pairs, root: root, options: faces)
    if json {
      try StandardOutput.write(json: FaceReport(sample))
    } else {
      try StandardOutput.write(table: Self.table(sample))
    }
  }

  private static func table(_ sample: PairSample) -> [(name: String, value: String, meaning: String)] {
    func row(
      _ name: String, _ estimate: RecognitionScores.Estimate, _ meaning: String
    ) -> (name: String, value: String, meaning: String) {
      let (low, high) = (estimate.interval.lowerBound, estimate.interval.upperBound)
      return (name, estimate.value.fixed(4), "\(meaning); 95 %: \(low.fixed(4)) … \(high.fixed(4))")
    }
    let scores = sample.scores
    let curve = scores.curve.map { point in
      row(
        "TAR at FAR \((point.rate * 100).fixed(1)) %", point.trueAccepts,
        "same people accepted where no more of the others are")
    }
    return [row("EER", scores.equalErrorRate, "as many strangers accepted as members refused")] + curve + [
      row("accuracy", scores.accuracy, "right decisions at the threshold"),
      ("threshold", scores.threshold.fixed(4), "the lowest similarity accepted for that"),
      ("pictures", "\(sample.pictures)", "different ones"),
      ("no face", "\(sample.picturesWithoutFace)", "pictures in which none was found"),
    ]
  }
}
