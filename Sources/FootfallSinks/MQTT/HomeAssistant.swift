internal import Foundation

/// What Home Assistant is told so that cameras, lines, zones and alerts appear there by themselves (home-assistant.io,
/// integration MQTT, "MQTT Discovery"): a retained message for each entity, a device for each camera.
struct HomeAssistant: Sendable {
  let topics: StoreTopics
  let version: String

  private static let prefix = "homeassistant"

  /// A program of Home Assistant's that shows something.
  private enum Component: String {
    case sensor
    case binarySensor = "binary_sensor"
  }

  private struct Availability: Encodable {
    let topic: String
  }

  private struct Device: Encodable {
    let identifiers: [String]
    let name: String
    let manufacturer = "footfall"
    let model: String
    let swVersion: String
  }

  private struct Origin: Encodable {
    let name = "footfall"
    let swVersion: String
  }

  /// The keys are those of Home Assistant, which writes `unique_id` for `uniqueId`.
  private struct Entity: Encodable {
    var name: String
    var uniqueId = ""
    var stateTopic: String
    var valueTemplate: String?
    var deviceClass: String?
    var stateClass: String?
    var unitOfMeasurement: String?
    var entityCategory: String?
    var icon: String?
    var payloadOn: String?
    var payloadOff: String?
    var availability: [Availability] = []
    var device: Device?
    var origin: Origin?
  }

  /// The message of each topic of discovery.
  func configurations(of snapshot: StoreSnapshot) -> [String: String] {
    var all: [String: String] = [:]
    func add(_ component: Component, _ object: String, _ entity: Entity, of device: Device) {
      var entity = entity
      let node = device.identifiers[0]
      entity.uniqueId = "\(node)_\(object)"
      entity.availability = [Availability(topic: topics.status)]
      entity.device = device
      entity.origin = Origin(swVersion: version)
      // A dot is not allowed there.
      let path = [Self.prefix, component.rawValue, Self.name(node), Self.name(object), "config"]
      all[path.joined(separator: "/")] = MQTTText.json(entity, keys: .convertToSnakeCase)
    }
    for camera in snapshot.cameras {
      let device = device("camera", camera.id, store: snapshot.store)
      for (object, component, entity) in entities(of: camera) { add(component, object, entity, of: device) }
    }
    let store = device("store", nil, store: snapshot.store)
    add(.sensor, "inside", people("Inside", topics.occupancy, "inside"), of: store)
    for alert in snapshot.alerts {
      let entity = Entity(
        name: alert.id, stateTopic: topics.alert(alert.id), deviceClass: "problem", payloadOn: "ON",
        payloadOff: "OFF")
      add(.binarySensor, "alert_\(alert.id)", entity, of: store)
    }
    return all
  }

  private func device(_ model: String, _ camera: String?, store: String) -> Device {
    let names = [store] + (camera.map { [$0] } ?? [])
    return Device(
      identifiers: ["footfall_" + names.joined(separator: "_")], name: names.joined(separator: " "),
      model: model, swVersion: version)
  }

  private func entities(of camera: StoreSnapshot.Camera) -> [(String, Component, Entity)] {
    let topic = topics.camera(camera.id)
    var all: [(String, Component, Entity)] = [
      (
        "streaming", .binarySensor,
        Entity(
          name: "Streaming", stateTopic: topic,
          valueTemplate: "{{ 'ON' if value_json.state == 'streaming' else 'OFF' }}",
          deviceClass: "connectivity", entityCategory: "diagnostic", payloadOn: "ON", payloadOff: "OFF")
      ), ("in_view", .sensor, people("In view", topic, "inView")),
    ]
    for line in camera.lines {
      let topic = topics.line(line.id, of: camera.id)
      all.append(("line_\(line.id)_in", .sensor, count("\(line.id) in", topic, "in")))
      all.append(("line_\(line.id)_out", .sensor, count("\(line.id) out", topic, "out")))
    }
    for zone in camera.zones {
      let topic = topics.zone(zone.id, of: camera.id)
      all.append(("zone_\(zone.id)_inside", .sensor, people("\(zone.id) inside", topic, "inside")))
      all.append(("zone_\(zone.id)_visits", .sensor, count("\(zone.id) visits", topic, "visits")))
      let dwell = Entity(
        name: "\(zone.id) median dwell", stateTopic: topic, valueTemplate: Self.value("medianDwellSeconds"),
        deviceClass: "duration", stateClass: "measurement", unitOfMeasurement: "s")
      all.append(("zone_\(zone.id)_dwell", .sensor, dwell))
    }
    return all
  }

  /// How many there are now; Home Assistant has no class of device for people.
  private func people(_ name: String, _ topic: String, _ key: String) -> Entity {
    Entity(
      name: name, stateTopic: topic, valueTemplate: Self.value(key), stateClass: "measurement",
      unitOfMeasurement: "people", icon: "mdi:account-group")
  }

  /// How many there were since midnight: it only grows, and begins anew.
  private func count(_ name: String, _ topic: String, _ key: String) -> Entity {
    Entity(
      name: name, stateTopic: topic, valueTemplate: Self.value(key), stateClass: "total_increasing",
      unitOfMeasurement: "people", icon: "mdi:counter")
  }

  /// `None` is what Home Assistant shows as unknown.
  private static func value(_ key: String) -> String { "{{ value_json['\(key)'] | default(none) }}" }

  private static func name(_ text: String) -> String { text.replacing(".", with: "-") }
}
