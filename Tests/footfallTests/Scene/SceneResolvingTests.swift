import FootfallCore
import Testing

@testable import footfall

@Suite("Scenes on a picture of 1280x720 pixels")
struct SceneResolvingTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var camera: String
    /// What `cameraScene` says; nil where the scene is sound.
    var message: String?
  }

  static func line(_ label: String, _ from: String, _ to: String, _ message: String? = nil) -> Row {
    Row(testDescription: label, camera: "lines: [{id: l, from: \(from), to: \(to)}]", message: message)
  }

  static func zone(_ label: String, _ polygon: String, _ message: String? = nil) -> Row {
    Row(testDescription: label, camera: "zones: [{id: z, polygon: \(polygon)}]", message: message)
  }

  static let rows = [
    line("a line one picture away", "[-1280, -720]", "[2560, 1440]"),
    line("a line along the lower edge", "[0, 720]", "[1280, 720]"),
    line("a line that only begins inside", "[640, 700]", "[640, 900]"),
    line(
      "a point further than one picture away", "[640, 360]", "[640, 1441]",
      "scene.yaml:5:43: line 'l' has the point [640, 1441], which is more than one picture away from the picture "
        + "of 1280x720 pixels; allowed: x from -1280 to 2560, y from -720 to 1440"),
    line(
      "a line below the picture", "[0, 721]", "[1280, 721]",
      "scene.yaml:5:27: line 'l' is wholly outside the picture of 1280x720 pixels; "
        + "expected a part of it at x from 0 to 1280 and y from 0 to 720"),
    line(
      "a line across the air beside a corner", "[-20, 10]", "[10, -20]",
      "scene.yaml:5:27: line 'l' is wholly outside the picture of 1280x720 pixels; "
        + "expected a part of it at x from 0 to 1280 and y from 0 to 720"),
    line(
      "a line in fractions without saying so", "[0.5, 0.2]", "[0.5, 0.9]",
      "scene.yaml:5:27: line 'l' is shorter than a pixel: from [0.5, 0.2] to [0.5, 0.9] in pixels; "
        + "expected a length of 1 pixel or more; fractions of the picture need 'units: normalized'"),
    zone("a zone around the whole picture", "[[-9, -9], [1290, -9], [1290, 730], [-9, 730]]"),
    zone("a zone partly below the picture", "[[0, 600], [300, 600], [300, 800], [0, 800]]"),
    zone("a zone whose edges alone are inside", "[[-100, 300], [1400, 300], [1400, 310], [-100, 310]]"),
    zone(
      "a zone beside the picture", "[[1290, 0], [1400, 0], [1400, 700]]",
      "scene.yaml:5:31: zone 'z' is wholly outside the picture of 1280x720 pixels; "
        + "expected a part of it at x from 0 to 1280 and y from 0 to 720"),
    zone(
      "a zone with a corner too far", "[[0, 0], [3000, 0], [0, 700]]",
      "scene.yaml:5:39: zone 'z' has the point [3000, 0], which is more than one picture away from the picture "
        + "of 1280x720 pixels; allowed: x from -1280 to 2560, y from -720 to 1440"),
    zone(
      "a zone in fractions without saying so", "[[0.1, 0.1], [0.9, 0.1], [0.9, 0.9]]",
      "scene.yaml:5:31: zone 'z' is smaller than a pixel; expected an area of 1 square pixel or more; "
        + "fractions of the picture need 'units: normalized'"),
    floor("a floor", "4, 3"), floor("a floor of one metre", "1, 1"),
    floor("a floor seen through a wide lens", "4, 3", lens: ", lens: {k1: -0.2, k2: 0.03}"),
    floor("a lens with a focal length", "4, 3", lens: ", lens: {k1: -0.3, focal: 1100}"),
    floor(
      "a floor in millimetres", "4000, 3000",
      "scene.yaml:5:21: floor shows no square of 0.5 m whole and 2 pixels or larger; "
        + "expected positions [mx, my] in metres"),
    floor(
      "a floor in kilometres", "0.004, 0.003",
      "scene.yaml:5:21: floor shows no square of 0.5 m whole and 2 pixels or larger; "
        + "expected positions [mx, my] in metres"),
    floor(
      "a lens that folds the picture", "4, 3", lens: ", lens: {k1: -0.5}",
      "scene.yaml:5:99: lens folds the picture over 399 pixels from its middle; "
        + "allowed: k1, k2, k3 and focal with which positions stay in order up to the corners at 734"),
  ]

  /// A floor of so many metres across and away.
  static func floor(_ label: String, _ extent: String, lens: String = "", _ message: String? = nil) -> Row {
    let (width, depth) = (extent.split(separator: ", ")[0], extent.split(separator: ", ")[1])
    let points =
      "[[128, 72, 0, 0], [1152, 72, \(width), 0], [1280, 720, \(width), \(depth)], [0, 720, 0, \(depth)]]"
    return Row(testDescription: label, camera: "floor: {points: \(points)\(lens)}", message: message)
  }

  @Test("What lies outside the picture is refused by place", arguments: rows)
  func bounds(row: Row) throws {
    let yaml = "version: 1\ntimezone: UTC\ncameras:\n  - id: door\n    \(row.camera)\n"
    let file = try SceneFile(text: yaml, path: "scene.yaml")
    #expect(
      message { () throws(SceneError) in
        _ = try file.cameraScene(id: nil, size: PixelSize(width: 1280, height: 720))
      } == row.message)
  }

  @Test(
    "A camera is found by its id, or because it is the only one",
    arguments: [
      ([], "till", "scene.yaml: no camera 'till'; cameras: door"),
      (["till"], nil, "scene.yaml: has 2 cameras; name one as CAMERA=PATH; cameras: door, till"),
      (["till"], "dor", "scene.yaml: no camera 'dor'; did you mean 'door'? cameras: door, till"),
      (["till"], "till", nil), ([], nil, nil), ([], "door", nil),
    ] as [([String], String?, String?)])
  func camera(others: [String], id: String?, expected: String?) throws {
    let cameras = (["door"] + others).map { "{id: \($0)}" }.joined(separator: ", ")
    let file = try SceneFile(text: "version: 1\ntimezone: UTC\ncameras: [\(cameras)]\n", path: "scene.yaml")
    #expect(message { () throws(SceneError) in _ = try file.camera(id: id) } == expected)
  }

  @Test("A command that names no camera of the file is used wrongly")
  func usage() throws {
    let file = try SceneFile(text: "version: 1\ntimezone: UTC\ncameras: [{id: a}]\n", path: "scene.yaml")
    let error = #expect(throws: SceneError.self) { try file.camera(id: "b") }
    #expect(error?.status == .usage)
  }

  private func message(of body: () throws(SceneError) -> Void) -> String? {
    do throws(SceneError) {
      try body()
      return nil
    } catch {
      return error.description
    }
  }
}
