import FootfallAnalytics
import FootfallExport
import FootfallSinks
import FootfallStore
import FootfallWeb
import Foundation

/// An alert of a running store.
struct LiveAlert {
  private let rule: SceneFile.Alert
  private var alarm: ThresholdAlarm
  private var value: Int?
  private var sinceMilliseconds: Int64?

  /// - Parameter latest: what it last did, before the program was started anew.
  init(_ rule: SceneFile.Alert, latest: AlertRecord?) {
    self.rule = rule
    alarm = ThresholdAlarm(
      above: rule.above, clear: rule.clear, hold: rule.hold, isRaised: latest?.isRaised ?? false)
    sinceMilliseconds = latest?.timeMilliseconds
  }

  /// Whether both say the same, wherever in the file.
  func isSameRule(as other: LiveAlert) -> Bool {
    var moved = other.rule
    moved.id.position = rule.id.position
    return moved == rule
  }

  /// Looks at the cameras.
  /// - Parameters:
  ///   - people: in the store by its doors; nil where they do not tell.
  ///   - time: since any moment, on a clock that nobody sets.
  ///   - milliseconds: since 1970 UTC, at the same moment.
  /// - Returns: that it was raised or cleared.
  mutating func observe(
    _ cameras: [CameraStatus], inStore people: Int?, at time: Duration, milliseconds: Int64,
    of scene: SceneFile
  ) -> AlertRecord? {
    value = Self.value(of: rule.subject, cameras, inStore: people)
    guard let change = alarm.observe(value, at: time) else { return nil }
    sinceMilliseconds = milliseconds
    return record(change, milliseconds: milliseconds, of: scene)
  }

  /// Nil where it is not known: a camera that should see it does not.
  private static func value(
    of subject: SceneFile.Alert.Subject, _ cameras: [CameraStatus], inStore people: Int?
  ) -> Int? {
    if subject == .store, let people { return people }
    let parts: [Int?] =
      switch subject {
      case .queue(let id), .zone(let id):
        cameras.flatMap(\.zones).filter { $0.id == id }.map(\.inside)
      case .store: cameras.map(\.inView)
      case .camera(let id): cameras.filter { $0.id == id }.map { $0.state == .streaming ? 0 : 1 }
      }
    return parts.isEmpty || parts.contains(nil) ? nil : parts.reduce(0) { $0 + ($1 ?? 0) }
  }

  /// What sinks are told.
  private struct Message: Encodable {
    let id: String
    let type: SinkMessageType.RawValue
    let alert: String
    let kind: StoreStatus.AlertStatus.Kind
    let place: String
    let time: String
    let value: Int?
    let above: Int
    let clear: Int
    let forSeconds: Int
  }

  private func record(
    _ change: ThresholdAlarm.Change, milliseconds: Int64, of scene: SceneFile
  ) -> AlertRecord {
    let type = change == .raised ? SinkMessageType.alertRaised : .alertCleared
    var hash = ContentHash()
    hash.add("footfall.alert/1")
    hash.add(scene.store)
    hash.add(rule.id.value)
    hash.add(type.rawValue)
    hash.add(milliseconds)
    let clock = WallClock(startMilliseconds: 0, timeZone: scene.timeZoneName)
    let message = Message(
      id: hash.description, type: type.rawValue, alert: rule.id.value, kind: kind, place: place(in: scene),
      time: clock?.iso8601(atMilliseconds: milliseconds) ?? "", value: value, above: rule.above,
      clear: rule.clear, forSeconds: Int(rule.hold / .seconds(1)))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return AlertRecord(
      id: message.id, store: scene.store, alert: message.alert, isRaised: change == .raised,
      timeMilliseconds: milliseconds,
      json: String(decoding: (try? encoder.encode(message)) ?? Data(), as: UTF8.self))
  }

  private var kind: StoreStatus.AlertStatus.Kind {
    switch rule.subject {
    case .queue: .queue
    case .zone: .zone
    case .store: .store
    case .camera: .camera
    }
  }

  private func place(in scene: SceneFile) -> String {
    switch rule.subject {
    case .queue(let id), .zone(let id), .camera(let id): id
    case .store: scene.store
    }
  }

  /// For the dashboard.
  func status(in scene: SceneFile) -> StoreStatus.AlertStatus {
    StoreStatus.AlertStatus(
      id: rule.id.value, kind: kind, place: place(in: scene), isRaised: alarm.isRaised,
      sinceMilliseconds: sinceMilliseconds, value: value, above: rule.above)
  }
}
