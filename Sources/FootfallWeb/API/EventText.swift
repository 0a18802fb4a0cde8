internal import Foundation

/// Updates as server-sent events.
enum EventText {
  private struct Version: Encodable { let version: String }
  private struct Missed: Encodable { let missed: Int }
  private struct Identified: Decodable { let id: String }

  static func of(_ update: LiveUpdate) -> String {
    switch update {
    case .event(let id, let json): "id: \(oneLine(id))\nevent: event\ndata: \(oneLine(json))\n\n"
    case .notice(let json): "event: provisional\ndata: \(oneLine(json))\n\n"
    // Without an id: readers come back with that of the last event.
    case .alert(let json): "event: alert\ndata: \(oneLine(json))\n\n"
    case .camera(let status): text("camera", status)
    case .layout(let version): text("layout", Version(version: version))
    case .missed(let count): text("missed", Missed(missed: count))
    }
  }

  /// The id of a line of `events.jsonl`.
  static func id(ofLine line: String) -> String? {
    try? JSONDecoder().decode(Identified.self, from: Data(line.utf8)).id
  }

  private static func text(_ name: String, _ value: some Encodable) -> String {
    let data = (try? JSONEncoder().encode(value)) ?? Data()
    return "event: \(name)\ndata: \(String(decoding: data, as: UTF8.self))\n\n"
  }

  /// A line end would begin another field.
  private static func oneLine(_ text: String) -> String {
    text.contains(where: \.isNewline) ? text.filter { !$0.isNewline } : text
  }
}
