import FootfallAnalytics
import FootfallCore
import FootfallWeb
import Foundation
import Yams

/// Puts other lines and zones of one camera into a scene file.
///
/// All else stays, also what the lines and zones with the same ids say besides; comments are lost but for those at the top.
struct SceneEdit {
  private let text: String
  private let path: String

  init(contentsOfFile path: String) throws {
    self.path = path
    text = try String(contentsOfFile: path, encoding: .utf8)
  }

  /// Tells this text from any other.
  var version: String { SceneEdit.version(of: text) }

  /// Tells one text of a scene file from another.
  static func version(of text: String) -> String {
    var hash = ContentHash()
    hash.add(text)
    return hash.description
  }

  /// The text with the lines and zones of `layout`, checked as any scene file.
  /// - Parameters:
  ///   - units: what the file counts in.
  ///   - size: the picture in whose pixels `layout` is.
  /// - Throws: ``LayoutRefusal`` with what the scene file's reader says.
  func replacing(_ layout: CameraLayout, units: SceneFile.Units, size: PixelSize) throws -> (
    text: String, scene: SceneFile
  ) {
    guard var root = try Yams.compose(yaml: text), var cameras = root["cameras"]?.array(),
      let place = cameras.firstIndex(where: { $0["id"]?.string == layout.id })
    else { throw LayoutRefusal(reason: "\(path) has no camera '\(layout.id)'") }
    let pen = Pen(units: units, size: size)
    cameras[place]["lines"] = Node(layout.lines.map { pen.node($0, over: cameras[place]["lines"]) })
    cameras[place]["zones"] = Node(layout.zones.map { pen.node($0, over: cameras[place]["zones"]) })
    root["cameras"] = Node(cameras)
    let edited = try header + Yams.serialize(node: root, width: -1, allowUnicode: true)
    do {
      let scene = try SceneFile(text: edited, path: path)
      _ = try scene.cameraScene(id: layout.id, size: size)
      return (edited, scene)
    } catch {
      throw LayoutRefusal(reason: error.description)
    }
  }

  /// The comments at the top.
  private var header: String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.hasPrefix("#") || $0.allSatisfy(\.isWhitespace) }.map { $0 + "\n" }.joined()
  }
}

/// Writes lines and zones as a scene file does.
private struct Pen {
  let units: SceneFile.Units
  let size: PixelSize

  func node(_ line: LineLayout, over old: Node?) -> Node {
    var node = same(line.id, in: old)
    node["from"] = point(line.from)
    node["to"] = point(line.to)
    node["kind"] = Node(line.kind)
    node["swap"] = line.swap ? Node("true") : nil
    return flowing(node)
  }

  func node(_ zone: ZoneLayout, over old: Node?) -> Node {
    var node = same(zone.id, in: old)
    node["polygon"] = Node(zone.polygon.map(point), .implicit, .flow)
    node["kind"] = Node(zone.kind)
    return flowing(node)
  }

  /// What the file says of the line or zone with this id, or a new one.
  private func same(_ id: String, in old: Node?) -> Node {
    old?.array().first { $0["id"]?.string == id } ?? Node([(Node("id"), Node(id))])
  }

  private func flowing(_ node: Node) -> Node {
    guard case .mapping(var mapping) = node else { return node }
    mapping.style = .flow
    return .mapping(mapping)
  }

  private func point(_ numbers: [Double]) -> Node {
    let scale = units == .normalized ? [Double(size.width), Double(size.height)] : [1, 1]
    let digits = units == .normalized ? 10_000.0 : 10
    return Node(
      zip(numbers, scale).map { number, length in
        let rounded = (number / length * digits).rounded() / digits
        return Node(rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)")
      }, .implicit, .flow)
  }
}
