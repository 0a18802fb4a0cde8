import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import FootfallTracking
import FootfallVision
import Foundation
import Synchronization

@testable import FootfallPipeline

/// Workers of a station that say what a test wants, without a camera and a network.
enum ScriptedWorkers {
  /// Shows noise ten times a second in 640x480, then goes on as the test says; finds
  /// nobody, or whom `people(n)` of the test gives for the n-th look, as numbers.
  ///
  /// `act(s)` is a test's own: it is called for each picture with the seconds since the opening and may return what is
  /// sent in its place. A camera that was frozen before gives up with the checksum it was told.
  private static let program = """
    import json, os, socket, sys, time
    peer = socket.socket(fileno=os.dup(0))
    def send(report): peer.send(json.dumps(report).encode())
    def receive(): return json.loads(peer.recv(65536) or sys.exit(0))
    task = receive()["open"]["_0"]
    exec(sys.argv[2])
    if sys.argv[1] == "detector":
        send({"opened": {"engine": "none", "precision": "f32"}})
        looks = 0
        while True:
            look = receive()["look"]["_0"]
            looks += 1
            numbers = people(looks) if "people" in globals() else []
            send({"people": {"_0": {"camera": look["camera"], "slot": look["slot"], "numbers": numbers}}})
    size = task["width"] * task["height"] * 3
    stride = (size + 4095) // 4096 * 4096
    for slot in range(4): os.pwrite(3, os.urandom(size), slot * stride)
    if "frozenChecksum" in task:
        send({"failed": {"reason": "known to be frozen at %d" % task["frozenChecksum"]}})
        sys.exit(0)
    def opened(width, height):
        send({"opened": {"_0": {"width": width, "height": height, "framesPerSecond": 10, "codec": "none"}}})
    opened(640, 480)
    start, number = time.monotonic_ns(), 0
    while True:
        now = time.monotonic_ns()
        other = act((now - start) / 1e9)
        number += 1
        send(other or {"picture": {"_0": {
            "slot": number % 4, "number": number, "mediaNanoseconds": now - start, "arrivalNanoseconds": now,
            "contentWidth": task["width"], "contentHeight": task["height"]}}})
        time.sleep(0.1)
    """

  /// What a station told its listener.
  struct Told: Sendable {
    var conditions: [CameraCondition] = []
    var began: [LiveRecording] = []
    var ended = 0
    var places: [Int: String] = [:]
    var moments = 0
  }

  /// Watches one camera whose worker acts as `act`, a Python function of the seconds, says.
  /// - Parameters:
  ///   - change: of the settings.
  ///   - now: the station's clock.
  ///   - body: runs beside the station, with a way to see what was told so far; the station ends with it.
  static func watch(
    act: String, now: @escaping @Sendable () -> Int64 = { 1_780_000_000_000 },
    changing change: (inout LiveSettings) -> Void = { _ in },
    body: (LiveStation, _ told: () -> Told) async throws -> Void
  ) async throws -> Told {
    var settings = LiveSettings(
      model: "yolov3-tiny", engine: "auto", precision: nil, threads: 1, looksPerSecond: 5,
      tracker: TrackerParameters(), program: "/usr/bin/python3",
      cameraArguments: ["-c", program, "camera", act], detectorArguments: ["-c", program, "detector", act])
    change(&settings)
    let profile = try ModelCatalog(folder: SharedData.packageRoot.appendingPathComponent("models").path)
      .profile(named: "yolov3-tiny")
    let ear = Ear()
    let station = try LiveStation(
      [LiveCamera(id: "door", source: "/dev/video99")], settings, profile, listener: ear, now: now)
    let (stop, done) = (CancellationFlag(), DispatchSemaphore(value: 0))
    Thread {
      station.run(until: stop)
      done.signal()
    }.start()
    defer { stop.cancel() }
    try await body(station) { ear.told.withLock(\.self) }
    stop.cancel()
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        done.wait()
        continuation.resume()
      }
    }
    return ear.told.withLock(\.self)
  }

  /// Waits until `condition` holds.
  /// - Returns: whether it does within the time.
  static func wait(seconds: Double, until condition: () -> Bool) async -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      if condition() { return true }
      try? await Task.sleep(for: .milliseconds(20))
    }
    return false
  }
}

/// Notes what a station tells.
private final class Ear: LiveListener, Sendable {
  let told = Mutex(ScriptedWorkers.Told())

  func analyzer(for recording: LiveRecording, of camera: Int) throws -> CameraAnalyzer {
    CameraAnalyzer(
      scene: CameraScene(id: recording.camera), size: recording.size, series: [(.seconds(60), .zero)])
  }
  func camera(_ camera: Int, is condition: CameraCondition) {
    told.withLock { $0.conditions.append(condition) }
  }
  func camera(_ place: Int, becomes camera: LiveCamera?) {
    told.withLock { $0.places[place] = camera?.id ?? "" }
  }
  func recordingBegan(_ recording: LiveRecording, of camera: Int) {
    told.withLock { $0.began.append(recording) }
  }
  func camera(_ camera: Int, saw moment: LiveMoment, after latency: Duration) {
    told.withLock { $0.moments += 1 }
  }
  func recordingEnded(of camera: Int, _ summary: FootageSummary, _ rest: LiveMoment) {
    told.withLock { $0.ended += 1 }
  }
  func camera(_ camera: Int, has pulse: CameraPulse) {}
  func camera(_ camera: Int, counts result: CameraResult, _ series: [[IntervalResult]]) {}
  func camera(_ camera: Int, shows still: [UInt8], isEmpty: Bool) {}
  func detector(_ condition: DetectorCondition) {}
}
