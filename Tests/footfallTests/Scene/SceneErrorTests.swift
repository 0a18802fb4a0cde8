import FootfallCore
import Testing

@testable import footfall

/// One broken file and the line that the user reads.
struct BrokenScene: Sendable, CustomTestStringConvertible {
  var label: String
  var yaml: String
  var message: String

  var testDescription: String { label }

  init(_ label: String, _ yaml: String, _ message: String) {
    self.label = label
    self.yaml = yaml
    self.message = message
  }

  /// A file with `camera` as the keys of its only camera, from line 5, indented by four.
  init(_ label: String, camera: String, _ message: String) {
    self.init(label, "version: 1\ntimezone: Europe/London\ncameras:\n  - id: door\n    \(camera)\n", message)
  }

  /// A file with `keys` after a sound beginning, from line 3.
  init(_ label: String, top keys: String, _ message: String) {
    self.init(label, "version: 1\ntimezone: Europe/London\n\(keys)\n", message)
  }
}

@Suite("Errors in scene files")
struct SceneErrorTests {
  @Test("Every mistake is told by place, value and what is allowed", arguments: BrokenScene.all)
  func messages(broken: BrokenScene) {
    #expect(message(of: broken.yaml) == broken.message)
  }

  @Test("No message runs over several lines", arguments: BrokenScene.all)
  func oneLine(broken: BrokenScene) {
    #expect(message(of: broken.yaml)?.contains("\n") == false)
  }

  private func message(of yaml: String) -> String? {
    do throws(SceneError) {
      _ = try SceneFile(text: yaml, path: "scene.yaml")
      return nil
    } catch {
      #expect(error.status == .badData)
      return error.description
    }
  }
}
