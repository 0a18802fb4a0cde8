import FootfallAnalytics
import FootfallCore
import FootfallWeb
import Foundation
import Yams

/// Puts other lines and zones of one camera into a scene file.
///
/// All else stays, also what the lines and zones with the same ids say besides; comments are lost but for those at the top.
/// Lines end in LF, whatever they ended in before.
struct SceneEdit {
  private let text: String
  private let path: String

  init(contentsOfFile path: String) throws {
    self.path = path
    text = String(decoding: try InputFile.bytes(at: path), as: UTF8.self)
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
    guard var root = try? Yams.compose(yaml: text), var cameras = root["cameras"]?.array(),
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
    // A line may end in CR LF, which is one character of Swift's.
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .prefix { $0.hasPrefix("#") || $0.allSatisfy(\.isWhitespace) }.map { $0 + "\n" }.joined()
  }
}

/// Writes lines and zones as a scene file does.
private struct Pen {
  let units: SceneFile.Units
  let size: PixelSize

  func node(_ line: LineLayout, over old: Node?) -> Node {
    var mapping = same(line.id, in: old)
    mapping["from"] = point(line.from)
    mapping["to"] = point(line.to)
    mapping["kind"] = Node(line.kind)
    mapping["swap"] = line.swap ? Node("true") : nil
    return flowing(mapping)
  }

  func node(_ zone: ZoneLayout, over old: Node?) -> Node {
    var mapping = same(zone.id, in: old)
    mapping["polygon"] = Node(zone.polygon.map(point), .implicit, .flow)
    mapping["kind"] = Node(zone.kind)
    // The editor does not show the time: a kind that has none does not keep that of the kind before.
    if Zone.Kind(rawValue: zone.kind)?.canEngage != true { mapping["engagedSeconds"] = nil }
    return flowing(mapping)
  }

  /// What the file says of the line or zone with this id, or a new one.
  ///
  /// A mapping, for a `Node` takes nil as nothing to set, and not to remove the key.
  private func same(_ id: String, in old: Node?) -> Node.Mapping {
    let known = old?.array().first { $0["id"]?.string == id }
    guard case .mapping(let mapping)? = known else { return Node.Mapping([(Node("id"), Node(id))]) }
    return mapping
  }

  private func flowing(_ mapping: Node.Mapping) -> Node {
    var mapping = mapping
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
