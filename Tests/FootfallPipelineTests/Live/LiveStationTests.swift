import FootfallAnalytics
import FootfallTestSupport
import FootfallTracking
import FootfallVision
import Foundation
import Testing

@testable import FootfallPipeline

@Suite("Supervision of cameras", .serialized)
struct LiveStationTests {
  @Test(
    "a worker that ends, says what is no report, or can't be started makes its camera back off, and again")
  func failingWorkers() async throws {
    for (program, arguments, reason) in [
      ("/bin/false", [], "its process ended with status 1"),
      // It answers with the orders that it is given.
      ("/bin/cat", [], "its process sent what is no report"),
      ("/bin/sh", ["-c", "kill -9 $$"], "its process was ended by signal 9"),
      ("/nowhere/footfall", [], "its process cannot be started: no such file or directory"),
    ] {
      let seen = try await watch(seconds: 4, program, arguments)
      let failures = seen.conditions.filter { $0.state == .backingOff }
      #expect(failures.count >= 2, "\(program)")
      #expect(failures.allSatisfy { $0.problem == reason && $0.retry != nil }, "\(program): \(failures)")
      #expect(seen.conditions.contains { $0.state == .connecting })
    }
  }

  @Test("a camera that does not answer in time is given up and tried again")
  func silence() async throws {
    let seen = try await watch(seconds: 4, "/bin/sleep", ["60"]) { $0.openPatience = .seconds(1) }
    #expect(seen.conditions.contains { $0.problem == "did not answer in time" })
  }

  @Test("the station ends soon after it was told to, whatever its workers do")
  func ending() async throws {
    let start = ContinuousClock.now
    _ = try await watch(seconds: 1, "/bin/sleep", ["60"])
    #expect(ContinuousClock.now - start < .seconds(15))
  }

  private func watch(
    seconds: Double, _ program: String, _ arguments: [String],
    _ change: (inout LiveSettings) -> Void = { _ in }
  ) async throws -> Witness {
    var settings = LiveSettings(
      model: "yolov3-tiny", engine: "auto", precision: nil, threads: 1, looksPerSecond: 5,
      tracker: TrackerParameters(), program: program, cameraArguments: arguments,
      detectorArguments: arguments)
    change(&settings)
    let profile = try ModelCatalog(folder: SharedData.packageRoot.appendingPathComponent("models").path)
      .profile(named: "yolov3-tiny")
    let witness = Witness()
    let station = try LiveStation(
      [LiveCamera(id: "door", source: "rtsp://127.0.0.1:9/none")], settings, profile, listener: witness)
    let stop = CancellationFlag()
    await withCheckedContinuation { continuation in
      Thread {
        station.run(until: stop)
        continuation.resume()
      }.start()
      DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { stop.cancel() }
    }
    return witness
  }
}

/// Notes what a station tells; read once the station has ended.
private final class Witness: LiveListener, @unchecked Sendable {
  // @unchecked: written on the station's thread, which has ended when it is read.
  var conditions: [CameraCondition] = []

  struct NothingToCount: Error {}

  func analyzer(for recording: LiveRecording, of camera: Int) throws -> CameraAnalyzer {
    throw NothingToCount()
  }
  func camera(_ camera: Int, is condition: CameraCondition) { conditions.append(condition) }
  func camera(_ camera: Int, has pulse: CameraPulse) {}
  func camera(_ place: Int, becomes camera: LiveCamera?) {}
  func recordingBegan(_ recording: LiveRecording, of camera: Int) {}
  func camera(_ camera: Int, saw moment: LiveMoment, after latency: Duration) {}
  func camera(_ camera: Int, counts result: CameraResult, _ series: [[IntervalResult]]) {}
  func recordingEnded(of camera: Int, _ summary: FootageSummary, _ rest: LiveMoment) {}
  func camera(_ camera: Int, shows still: [UInt8], isEmpty: Bool) {}
  func detector(_ condition: DetectorCondition) {}
}
