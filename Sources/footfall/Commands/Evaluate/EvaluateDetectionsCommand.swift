import ArgumentParser
import FootfallEvaluation
import Logging

struct EvaluateDetectionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detections",
    abstract: "Average precision of detections.",
    discussion: """
      Average precision is COCO's (101 recalls, one class, no limit on the detections in a frame), over detections \
      that score at least 0.05. Precision and recall are at IoU 0.5 and at the score with the best F1, or at --score. \
      All are shares of 1.

      Example:
        footfall evaluate detections --truth gt.txt --result out/detections-door.txt
      """)

  @Option(help: ArgumentHelp("True boxes, each id once in a frame.", valueName: "file"))
  var truth: String

  @Option(help: ArgumentHelp("The detections: id -1, the score in column 7.", valueName: "file"))
  var result: String

  @Option(
    help: ArgumentHelp("State precision and recall of detections with at least this score.", valueName: "0-1")
  )
  var score: Double?

  @OptionGroup var frames: FrameOptions

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if let score, !(0...1).contains(score) { throw ValidationError("--score is \(score); allowed: 0 to 1") }
  }

  @OptionGroup var log: LogOptions

  func run() throws {
    log.logger.info("comparing", metadata: ["truth": "\(self.truth)", "result": "\(self.result)"])
    let truth = try EvaluationInput.truth(at: truth, frames: frames.range)
    let detections = try EvaluationInput.rows(at: result, ids: .unused, what: "result")
    let scores = DetectionScores(
      truth: truth, detections: detections, frames: frames.range, score: score)
    if json {
      try StandardOutput.write(json: Report(scores))
    } else {
      try StandardOutput.write(table: Self.table(scores))
    }
  }

  private struct Report: Encodable {
    let ap50, ap50to95, precision, recall: Double

    init(_ scores: DetectionScores) {
      ap50 = scores.ap50
      ap50to95 = scores.ap50to95
      precision = scores.precision
      recall = scores.recall
    }
  }

  private static func table(
    _ scores: DetectionScores
  ) -> [(name: String, value: String, meaning: String)] {
    let place = scores.score.map { "at scores from \($0.fixed(3))" } ?? "nothing was detected"
    return [
      ("AP50", scores.ap50.fixed(4), "average precision at IoU 0.5"),
      ("AP50:95", scores.ap50to95.fixed(4), "its mean over IoU 0.50 … 0.95"),
      ("precision", scores.precision.fixed(4), "\(place), IoU 0.5"),
      ("recall", scores.recall.fixed(4), "\(place), IoU 0.5"),
    ]
  }
}
