import FootfallAnalytics
import FootfallExport
import FootfallMembers
import FootfallSinks
import Foundation
import Logging

/// Brings what becomes known of members to hooks and sinks; none of them can hold it up.
final class MemberNews: Sendable {
  /// What hooks and sinks are told: a pseudonym and where and when, never a picture.
  private struct Message: Encodable {
    let id, type, member, time: String
    let camera, zone: String?
    let confidence: Double?
  }

  private let posts: [HookPost]
  private let sinks: SinkDesk
  private let store: String
  private let timeZone: String

  init(_ hooks: [SceneFile.Members.Hook], scene: SceneFile, _ sinks: SinkDesk, _ logger: Logger) {
    self.sinks = sinks
    let (store, timeZone) = (scene.store, scene.timeZoneName)
    (self.store, self.timeZone) = (store, timeZone)
    posts = hooks.compactMap { hook in
      hook.command.first.map { program in
        HookPost(
          CommandHook(
            program, Array(hook.command.dropFirst()), patience: hook.timeout,
            line: { Self.message($0, store: store, timeZone: timeZone).json },
            fail: { logger.warning("members: hook \($0)") }))
      }
    }
  }

  /// Events that a slow hook or sink has lost.
  var dropped: Int { posts.reduce(sinks.passing.dropped) { $0 + $1.dropped } }

  func tell(_ event: MemberEvent) {
    for post in posts { post.post(event) }
    let (id, json) = Self.message(event, store: store, timeZone: timeZone)
    let type: SinkMessageType = event.kind == .recognised ? .memberRecognised : .memberLeft
    sinks.passing.add(id: id, .init(type: type, json: json), milliseconds: event.timeMilliseconds)
    sinks.ring()
  }

  func stop() { for post in posts { post.stop() } }

  private static func message(
    _ event: MemberEvent, store: String, timeZone: String
  ) -> (id: String, json: String) {
    var hash = ContentHash()
    for part in ["footfall.member-event/1", store, event.kind.rawValue, event.member.description] {
      hash.add(part)
    }
    hash.add(event.camera ?? "")
    hash.add(event.timeMilliseconds)
    let clock = WallClock(startMilliseconds: 0, timeZone: timeZone)
    let message = Message(
      id: hash.description, type: event.kind.rawValue, member: event.member.description,
      time: clock?.iso8601(atMilliseconds: event.timeMilliseconds) ?? "", camera: event.camera,
      zone: event.zone, confidence: event.confidence.map { ($0 * 1000).rounded() / 1000 })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: (try? encoder.encode(message)) ?? Data(), as: UTF8.self)
    return (message.id, json)
  }
}
