extension BrokenScene {
  private static func alert(_ label: String, _ keys: String, _ message: String) -> BrokenScene {
    BrokenScene(
      label,
      """
      version: 1
      timezone: Europe/London
      cameras:
        - id: door
          zones: [{id: till, polygon: [[0, 0], [9, 0], [9, 9]], kind: queue}, {id: milk, polygon: [[0, 0], [9, 0], [9, 9]]}]
      alerts:
        - {\(keys)}

      """, message)
  }

  static let sinks = [
    BrokenScene(
      "a sink of an unknown kind", top: "cameras: [{id: door}]\nsinks: {webhook: []}",
      "scene.yaml:4:9: unknown key 'webhook'; did you mean 'webhooks'? allowed: webhooks, mqtt"),
    BrokenScene(
      "a webhook without an address", top: "cameras: [{id: door}]\nsinks: {webhooks: [{id: till}]}",
      "scene.yaml:4:20: webhook has no key 'url'; expected url: http://… or https://…"),
    BrokenScene(
      "two webhooks of one name",
      top:
        "cameras: [{id: door}]\nsinks: {webhooks: [{id: a, url: \"http://a\"}, {id: a, url: \"http://b\"}]}",
      "scene.yaml:4:51: webhook 'a' is given twice, first at line 4; each id once"),
    BrokenScene(
      "a webhook with the broker's name",
      top: "cameras: [{id: door}]\nsinks: {webhooks: [{id: mqtt, url: \"http://a\"}]}",
      "scene.yaml:4:25: id is 'mqtt', which is the broker's; expected another name"),
    BrokenScene(
      "an event that there is not",
      top: "cameras: [{id: door}]\nsinks: {webhooks: [{id: a, url: \"http://a\", events: [crossings]}]}",
      "scene.yaml:4:54: event is 'crossings'; did you mean 'crossing'? "
        + "allowed: crossing, zoneEnter, zoneExit, alertRaised, alertCleared, crossingProvisional, "
        + "crossingWithdrawn, memberRecognised, memberLeft"),
    BrokenScene(
      "a topic with a wildcard",
      top: "cameras: [{id: door}]\nsinks: {mqtt: {url: \"mqtt://a\", topic: \"shop/#\"}}",
      "scene.yaml:4:40: topic is 'shop/#'; allowed: levels of A-Z a-z 0-9 - _ . with / between them"),
    alert(
      "an alert on a queue that is none", "id: a, queue: milk, above: 3, for: 30s",
      "scene.yaml:7:20: queue is 'milk'; allowed: till"),
    alert(
      "an alert on two things", "id: a, queue: till, camera: door, for: 30s",
      "scene.yaml:7:5: alert 'a' needs one of: queue, occupancy, camera; it has 2"),
    alert(
      "an alert without a limit", "id: a, occupancy: store, for: 30s",
      "scene.yaml:7:5: alert has no key 'above'; expected above: a number of people"),
    alert(
      "an alert that what raises it clears", "id: a, occupancy: milk, above: 3, clear: 4, for: 30s",
      "scene.yaml:7:47: clear is '4'; allowed: a whole number from 0 to 3"),
    alert(
      "an alert that is held for no time", "id: a, camera: door, for: 30",
      "scene.yaml:7:32: for is '30'; allowed: a whole number with a unit, as in 30s or 5m"),
    alert(
      "a limit on a camera", "id: a, camera: door, above: 3, for: 30s",
      "scene.yaml:7:34: alert 'a' on a camera has above; allowed for: queue, occupancy"),
  ]
}
