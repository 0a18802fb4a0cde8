internal import Foundation

/// The topics of a store: where its events are published, and its state as retained messages.
struct StoreTopics: Sendable {
  /// What all of them begin with, store included: `footfall/high-street`.
  let root: String

  init(prefix: String, store: String) { root = "\(prefix)/\(store)" }

  /// `online` or, left by the broker where this program is gone, `offline`.
  var status: String { root + "/status" }
  /// Every event and alert, not retained.
  var events: String { root + "/event" }
  /// People in the store.
  var occupancy: String { root + "/occupancy" }
  /// What is told before it is certain, not retained.
  var provisional: String { root + "/provisional" }
  func camera(_ id: String) -> String { "\(root)/camera/\(id)" }
  func line(_ id: String, of camera: String) -> String { "\(self.camera(camera))/line/\(id)" }
  func zone(_ id: String, of camera: String) -> String { "\(self.camera(camera))/zone/\(id)" }
  func alert(_ id: String) -> String { "\(root)/alert/\(id)" }

  /// Where a message belongs.
  func topic(of message: SinkMessage.Content) -> String {
    SinkMessageType.provisional.contains(message.type) ? provisional : events
  }

  private struct StoreState: Encodable {
    let inside: Int?
  }

  private struct CameraState: Encodable {
    let state: String
    let inView: Int?
  }

  private struct LineState: Encodable {
    let `in`: Int
    let out: Int
  }

  private struct ZoneState: Encodable {
    let inside: Int?
    let visits: Int
    let medianDwellSeconds: Double?
  }

  /// The retained message of each topic, but for ``status``.
  func states(of snapshot: StoreSnapshot) -> [String: String] {
    var states = [occupancy: MQTTText.json(StoreState(inside: snapshot.inside))]
    for camera in snapshot.cameras {
      states[self.camera(camera.id)] = MQTTText.json(CameraState(state: camera.state, inView: camera.inView))
      for line in camera.lines {
        states[self.line(line.id, of: camera.id)] = MQTTText.json(
          LineState(in: line.entries, out: line.exits))
      }
      for zone in camera.zones {
        states[self.zone(zone.id, of: camera.id)] = MQTTText.json(
          ZoneState(inside: zone.inside, visits: zone.visits, medianDwellSeconds: zone.medianDwellSeconds))
      }
    }
    for alert in snapshot.alerts { states[self.alert(alert.id)] = alert.isRaised ? "ON" : "OFF" }
    return states
  }
}

/// Messages as JSON; a value that is not known is left out.
enum MQTTText {
  static func json(
    _ value: some Encodable, keys: JSONEncoder.KeyEncodingStrategy = .useDefaultKeys
  ) -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = keys
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: (try? encoder.encode(value)) ?? Data(), as: UTF8.self)
  }
}
