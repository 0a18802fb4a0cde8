import ArgumentParser
import FootfallEvaluation
import Logging

struct EvaluateTracksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tracks",
    abstract: "HOTA, MOTA and IDF1 of tracks.",
    discussion: """
      The scores are those of TrackEval 1.3.0, in percent; all rows of both files count, whatever their columns 7 to \
      10 say. MOTA, MOTP, IDF1 and the counts are at IoU 0.5; HOTA, DetA and AssA are means over 0.05, 0.10 … 0.95.

      Example:
        footfall evaluate tracks --truth gt.txt --result out/tracks-door.txt --json
      """)

  @Option(help: ArgumentHelp("True boxes, each id once in a frame.", valueName: "file"))
  var truth: String

  @Option(help: ArgumentHelp("The tracks: tracks-CAMERA.txt.", valueName: "file"))
  var result: String

  @OptionGroup var frames: FrameOptions

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var log: LogOptions

  func run() throws {
    log.logger.info("comparing", metadata: ["truth": "\(self.truth)", "result": "\(self.result)"])
    let truth = try EvaluationInput.truth(at: truth, frames: frames.range)
    let result = try EvaluationInput.rows(at: result, ids: .oncePerFrame, what: "result")
    let scores = TrackingScores(truth: truth, result: result, frames: frames.range)
    let report = Report(scores)
    if json { try StandardOutput.write(json: report) } else { try StandardOutput.write(table: report.table) }
  }

  /// What is printed; scores in percent.
  private struct Report: Encodable {
    let hota, deta, assa, mota, motp, idf1: Double
    let idsw, falsePositives, misses, ids, truthIds: Int

    init(_ scores: TrackingScores) {
      hota = 100 * scores.hota
      deta = 100 * scores.detA
      assa = 100 * scores.assA
      mota = 100 * scores.mota
      motp = 100 * scores.motp
      idf1 = 100 * scores.idf1
      idsw = scores.identitySwitches
      falsePositives = scores.falsePositives
      misses = scores.misses
      ids = scores.ids
      truthIds = scores.truthIDs
    }

    var table: [(name: String, value: String, meaning: String)] {
      [
        ("HOTA", hota.fixed(2), "tracking as a whole, %"),
        ("DetA", deta.fixed(2), "detection, %"),
        ("AssA", assa.fixed(2), "association, %"),
        ("MOTA", mota.fixed(2), "100 % less misses, false positives and switches"),
        ("MOTP", motp.fixed(2), "overlap of matched boxes, %"),
        ("IDF1", idf1.fixed(2), "boxes with the right identity, %"),
        ("switches", "\(idsw)", "matches of a person with another track than before"),
        ("false", "\(falsePositives)", "boxes without a person"),
        ("missed", "\(misses)", "true boxes without a match"),
        ("tracks", "\(ids)", "in the result"),
        ("people", "\(truthIds)", "in the truth"),
      ]
    }
  }
}
