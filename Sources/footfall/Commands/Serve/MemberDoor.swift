import FootfallPipeline
import FootfallWeb
import Logging
import Synchronization

/// Recognition of members as a running store knows it; a build may leave it out.
protocol MemberDoor: PersonWatcher, Sendable {
  func start()
  func stop()
  /// Notes that a member is there who was recognised by a code or the pseudonym, and tells hooks and sinks.
  /// - Throws: ``CheckInRefusal``.
  func checkIn(_ request: CheckIn) async throws
  /// Visits of members, schema `footfall.member-report/1`.
  func report(_ query: HistoryQuery) async throws -> [UInt8]
  /// Counters and gauges for Prometheus.
  var measures: [Measure] { get }
}

/// The door, or why there is none.
enum MemberAccess {
  case off
  case failed(String)
  case open(any MemberDoor)

  var door: (any MemberDoor)? { if case .open(let door) = self { door } else { nil } }
}

extension LiveDesk {
  /// Prepares recognition of members where the scene file asks for it; where it can't be, that is said, and counting goes
  /// on without.
  func openMembers(_ sinks: SinkDesk) -> MemberAccess {
    let scene = state.withLock(\.scene)
    guard let settings = scene.members else { return .off }
    do {
      let door = try MemberCommands.door(settings, of: self, sinks)
      members.withLock { $0 = .open(door) }
      return .open(door)
    } catch {
      let reason = String(describing: error)
      logger.error("members: nobody is recognised, counting goes on: \(reason)")
      members.withLock { $0 = .failed(reason) }
      return .failed(reason)
    }
  }

  func checkIn(_ request: CheckIn) async throws { try await memberDoor().checkIn(request) }

  func memberReport(_ query: HistoryQuery) async throws -> [UInt8] {
    try await memberDoor().report(query)
  }

  private func memberDoor() throws(CheckInRefusal) -> any MemberDoor {
    switch members.withLock(\.self) {
    case .off: throw CheckInRefusal(.off, "members are not switched on in this store's file")
    case .failed: throw CheckInRefusal(.unavailable, "members can't be looked up; the log says why")
    case .open(let door): return door
    }
  }
}
