internal import FootfallCore

/// The people in view, each with a slot that other parts use as an index; a slot is free again once its person has
/// not been seen for longer than `memory`, beyond the frame of the last sight.
struct PeopleRegister: Sendable {
  struct Person: Sendable {
    var track: TrackID
    var isConfirmed: Bool
    var firstSeen: MediaTime
    var lastSeen: FrameStamp
    var foot: Point
    var boxHeight: Double
  }

  /// People by slot; nil where the slot is free.
  private(set) var people: [Person?] = []
  private var slots: [TrackID: Int] = [:]
  private let memory: Duration

  init(memory: Duration) {
    self.memory = memory
  }

  /// The slot of a person already known.
  func slot(of track: TrackID) -> Int? { slots[track] }

  /// Gives a new person a slot; the lowest that is free.
  mutating func enter(_ snapshot: TrackSnapshot, at stamp: FrameStamp) -> Int {
    let person = Person(
      track: snapshot.track, isConfirmed: false, firstSeen: stamp.time, lastSeen: stamp,
      foot: snapshot.footPoint, boxHeight: snapshot.box.height)
    let slot = people.firstIndex { $0 == nil } ?? people.count
    if slot == people.count { people.append(person) } else { people[slot] = person }
    slots[snapshot.track] = slot
    return slot
  }

  /// Believes in a person once the tracker does.
  ///
  /// Returns whether that is new.
  mutating func confirm(_ slot: Int, by snapshot: TrackSnapshot) -> Bool {
    guard snapshot.state == .confirmed, people[slot]?.isConfirmed == false else { return false }
    people[slot]?.isConfirmed = true
    return true
  }

  /// Notes where a known person is now.
  mutating func move(_ slot: Int, to snapshot: TrackSnapshot, at stamp: FrameStamp) {
    people[slot]?.lastSeen = stamp
    people[slot]?.foot = snapshot.footPoint
    people[slot]?.boxHeight = snapshot.box.height
  }

  /// Whether the person in `slot` has been gone for too long to come back.
  func isGone(_ slot: Int, at time: MediaTime) -> Bool {
    guard let person = people[slot] else { return false }
    return time - (person.lastSeen.time + person.lastSeen.duration) > memory
  }

  /// Frees a slot.
  mutating func leave(_ slot: Int) {
    if let person = people[slot] { slots[person.track] = nil }
    people[slot] = nil
  }
}
