import FootfallCore
import FootfallTestSupport
import FootfallWeb
import Foundation
import Testing

@testable import footfall

@Suite("Scene files that the editor writes")
struct SceneEditTests {
  private static let scene = """
    # The door,
    # and what stands beside it

    version: 1
    timezone: UTC
    cameras:
      - id: door
        lines: [{id: A, from: [420, 150], to: [420, 450], kind: entrance, swap: true}]
        zones:
          - id: Z
            polygon: [[10, 10], [90, 10], [90, 90]]
            kind: display
            engagedSeconds: 8
            staffSeconds: 600

    """
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The scene with one line and one zone of these.
  private func edited(_ text: String = scene, swap: Bool = true, kind: String = "display") throws -> (
    text: String, camera: CameraScene
  ) {
    let path = try folder.write(text, to: "scene.yaml").path
    let size = PixelSize(width: 1280, height: 720)
    let layout = CameraLayout(
      id: "door", width: size.width, height: size.height,
      lines: [LineLayout(id: "A", from: [400, 150], to: [420, 450], kind: "entrance", swap: swap)],
      zones: [ZoneLayout(id: "Z", polygon: [[10, 10], [90, 10], [90, 90]], kind: kind)])
    let (edited, scene) = try SceneEdit(contentsOfFile: path).replacing(layout, units: .pixels, size: size)
    return (edited, try scene.cameraScene(id: "door", size: size))
  }

  @Test("A file whose lines end in CR LF becomes what one of LF becomes, with the comments at its top")
  func carriageReturns() throws {
    let expected = try edited()
    #expect(expected.text.hasPrefix("# The door,\n# and what stands beside it\n\nversion: 1\n"))
    let lines = Self.scene.split(separator: "\n", omittingEmptySubsequences: false)
    let found = try edited(lines.joined(separator: "\r\n"))
    #expect(found.text == expected.text)
    #expect(found.camera == expected.camera)
    #expect(found.camera.lines[0].segment.from == Point(400, 150))
  }

  @Test("What a zone's new kind does not have goes with the old one; all else stays")
  func kinds() throws {
    for kind in Zone.Kind.allCases {
      let zone = try edited(kind: kind.rawValue).camera.zones[0]
      let engaged: Duration? = kind == .display || kind == .section ? .seconds(8) : nil
      #expect(zone.kind == kind && zone.staffTime == .seconds(600), "\(kind)")
      #expect(zone.engagedTime == engaged, "\(kind)")
    }
  }

  @Test("In and out of a line can be exchanged back", arguments: [true, false])
  func swap(swap: Bool) throws { #expect(try edited(swap: swap).camera.lines[0].isSwapped == swap) }
}
