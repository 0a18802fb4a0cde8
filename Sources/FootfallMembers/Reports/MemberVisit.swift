internal import Foundation

/// A member's stay in the store, put together from what the ledger notes of it.
struct MemberVisit: Hashable, Sendable {
  /// What is noted within so many minutes of the last note belongs to the same visit.
  static let mergeMinutes = 60
  /// A member who was there on an earlier day comes again where that is no more than so many days ago.
  static let repeatDays = 30

  let member: MemberID
  /// In milliseconds since 1970 UTC, to the second.
  let start: Int64
  /// Of the last note.
  private(set) var end: Int64
  /// Whether the member had enrolled a face.
  let hasFace: Bool
  /// Whether the member was there on an earlier day.
  let isRepeat: Bool
  /// Whether the face was recognised.
  private(set) var wasRecognised = false
  /// Whether the member checked in, by which it is known who was there whatever the cameras saw.
  private(set) var checkedIn = false

  /// The visits of all members in the order of their beginnings.
  ///
  /// Visits of members who have withdrawn since stay among them: what is told of many would otherwise tell, by what has
  /// changed since the last time, who it was.
  /// - Parameters:
  ///   - entries: all of the ledger.
  ///   - day: the number of the day on the store's clock.
  static func all(in entries: [LedgerEntry], day: (Int64) -> Int) -> [MemberVisit] {
    var visits: [MemberVisit] = []
    var faces: Set<String> = []
    var last: [String: Int] = [:]
    /// The last two days on which a member was there.
    var days: [String: [Int]] = [:]
    for entry in entries {
      switch entry.event {
      case .grant: if entry.hasFace == true { faces.insert(entry.member) }
      case .withdrawal, .expiry: faces.remove(entry.member)
      case .export: break
      case .match, .checkIn:
        guard let member = MemberID(entry.member) else { continue }
        let time = Int64(entry.time.timeIntervalSince1970) * 1000
        let today = day(time)
        let known = days[entry.member, default: []]
        if known.last != today { days[entry.member] = known.suffix(1) + [today] }
        if let index = last[entry.member], time - visits[index].end <= Int64(mergeMinutes) * 60_000 {
          visits[index].add(entry.event, at: time)
          continue
        }
        let earlier = known.last { $0 < today }
        last[entry.member] = visits.count
        var visit = MemberVisit(
          member: member, start: time, end: time, hasFace: faces.contains(entry.member),
          isRepeat: earlier.map { today - $0 <= repeatDays } ?? false)
        visit.add(entry.event, at: time)
        visits.append(visit)
      }
    }
    return visits
  }

  private mutating func add(_ event: LedgerEntry.Event, at time: Int64) {
    end = max(end, time)
    if event == .match { wasRecognised = true } else { checkedIn = true }
  }
}
