import FootfallTestSupport
import Foundation
import Testing

@Suite(
  "footfall analyze in the frames between two looks", .enabled(if: RealFootage.isPresent("one-by-one")))
struct FramesBetweenLooksTests {
  @Test("Followed online, people are in the frames between looks too")
  func onlineFramesBetweenLooks() async throws {
    let run = try await RealFootage.run("one-by-one", flags: ["--tracking", "online"])
    let rows = try run.text("tracks-view.txt").split(separator: "\n").map {
      $0.split(separator: ",").prefix(2)
    }
    let frames = Dictionary(grouping: rows) { $0[1] }.mapValues { $0.compactMap { Int($0[0]) } }
    let steps = frames.values.flatMap { zip($0.dropFirst(), $0).map { $0 - $1 } }
    let detectorRuns = try run.report().performance.detectorRuns
    #expect(detectorRuns < 720 * 5 / 6)
    #expect(
      steps.count { $0 == 1 } > steps.count * 9 / 10, "\(steps.count { $0 != 1 }) holes of \(steps.count)")
  }

  @Test(
    "After the last look people are carried on to the end of the recording",
    .enabled(if: FasterFootage.isPresent), arguments: ["two-pass", "online"])
  func framesAfterTheLastLook(tracking: String) async throws {
    // One frame in three may be looked at: two of these recordings end with frames that are not.
    for frames in 90...92 {
      let run = try await FasterFootage.run(
        "pets09-s2l1", rate: 30, frames: frames, flags: ["--tracking", tracking])
      let rows = try run.text("tracks-view.txt").split(separator: "\n")
      for frame in frames - 5...frames {
        #expect(rows.contains { $0.hasPrefix("\(frame),") }, "frame \(frame) of \(frames)")
      }
    }
  }

  @Test("Where detections are written, every frame is looked at")
  func writtenDetections() async throws {
    let report = try await RealFootage.oneByOne.value.report()
    #expect(report.performance.detectorRuns == report.cameras[0].frames)
  }
}
