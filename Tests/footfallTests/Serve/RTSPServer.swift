import FootfallTestSupport
import Foundation
import Testing

/// A real RTSP server on this machine (`scripts/rtsp-server`) that plays films as cameras; ended with the last reference.
final class RTSPServer {
  let port: Int
  private let process = Process()

  /// Whether Debian's RTSP server of GStreamer is there; prints why the test is skipped where not.
  static var isPresent: Bool {
    let probe = Process()
    probe.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    probe.arguments = [
      "-c", "import gi; gi.require_version('GstRtspServer', '1.0'); from gi.repository import GstRtspServer",
    ]
    probe.standardError = FileHandle.nullDevice
    if (try? probe.run()) != nil {
      probe.waitUntilExit()
      if probe.terminationStatus == 0 { return true }
    }
    print("skipped: GStreamer's RTSP server is absent (gir1.2-gst-rtsp-server-1.0, python3-gi)")
    return false
  }

  /// Plays `films`, named by the last part of their address.
  init(_ films: [String: String], port: Int = 0, options: [String] = []) throws {
    let output = Pipe()
    process.executableURL = SharedData.packageRoot.appendingPathComponent("scripts/rtsp-server")
    process.arguments = ["--port", "\(port)"] + options + films.map { "\($0)=\($1)" }
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    self.port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)), "\(line)")
  }

  /// The address of a film.
  func address(_ name: String, user: String? = nil) -> String {
    "rtsp://\(user.map { $0 + "@" } ?? "")127.0.0.1:\(port)/\(name)"
  }

  /// Ends it as a power cut does: children of a process of tests do not get SIGTERM.
  func end() {
    guard process.isRunning else { return }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  deinit { end() }
}
