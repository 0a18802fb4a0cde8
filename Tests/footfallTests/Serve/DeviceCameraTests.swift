import FootfallTestSupport
import Foundation
import Testing

/// What can be tried without a camera: none of those who run these tests has one.
@Suite("Cameras of this machine", .serialized)
struct DeviceCameraTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Whether FFmpeg's devices are there, which a machine without such a camera does not need.
  private static var isReady: Bool {
    guard FileManager.default.fileExists(atPath: "/usr/lib/x86_64-linux-gnu/libavdevice.so.59") else {
      print("skipped: Debian's libavdevice59 is absent")
      return false
    }
    return SharedData.hasModel("yolov3-tiny-608x448.onnx")
  }

  @Test("one that is not there is said at the first attempt, in words of the system", .enabled(if: isReady))
  func missing() async throws {
    let store = try await RunningStore(
      "version: 1\ntimezone: UTC\ncameras: [{id: door, source: /dev/video98}]\n", in: folder)
    #expect(
      await store.says("/dev/video98: cannot be opened: No such file or directory", within: 15),
      "\(store.program.errorOutput)")
    #expect(try await store.measure(#"footfall_camera_up{camera="door"}"#) == 0)
    #expect(try await store.end().status == 0)
  }

  @Test("a device that is no camera is said as such", .enabled(if: isReady))
  func noCamera() async throws {
    let device = "/dev/video98"
    guard symlink("/dev/null", device) == 0 else { return print("skipped: /dev can't be written to") }
    defer { unlink(device) }
    let store = try await RunningStore(
      "version: 1\ntimezone: UTC\ncameras: [{id: door, source: \(device)}]\n", in: folder)
    #expect(
      await store.says("\(device): cannot be opened: Inappropriate ioctl for device", within: 15),
      "\(store.program.errorOutput)")
    #expect(try await store.end().status == 0)
  }
}
