internal import FootfallCore

/// Whose face to look for among the people at one camera, and what the looks so far say of each; knows no clock, no picture
/// and no template.
struct CameraMatching {
  /// What is settled about a person.
  enum Decision: Hashable {
    case open
    case member(MemberID)
    case unknown
  }

  /// A person who is followed.
  private struct Person {
    var vote = MatchVote()
    var similarity = -1.0
    var attempts = 0
    var lastSeen: Duration
    var zone: String?
    var decision = Decision.open
  }

  /// A member who is there.
  private struct Presence {
    var lastSeen: Duration
    var zone: String?
  }

  /// At most four looks a second at a camera.
  static let attemptInterval = Duration.milliseconds(250)
  /// Who is not recognised by then stays unknown.
  static let mostAttempts = 12
  /// A member who is not seen for so long has left; a person for whom the tracker has no track any more is forgotten.
  static let absence = Duration.seconds(10)
  /// Shoulders are about seven eye distances wide (NHANES anthropometry); half of that allows for somebody seen from the
  /// side, whose face will not do anyway.
  static let leastWidth = 3.5 * FaceQuality.leastEyeDistance

  private var people: [TrackID: Person] = [:]
  private var presences: [MemberID: Presence] = [:]
  private var lastAttempt: Duration?

  /// What is settled about a person; open for somebody who was never seen.
  func decision(of track: TrackID) -> Decision { people[track]?.decision ?? .open }

  /// Takes in who is in the picture, and picks whom to look at: who was looked at least often.
  /// - Parameters:
  ///   - zone: in which zone somebody is looked at; nil for nobody, an empty name for everywhere.
  ///   - isFree: whether there is time for a look.
  ///   - time: since any moment.
  mutating func nextLook(
    at snapshots: [TrackSnapshot], zone: (TrackSnapshot) -> String?, isFree: Bool, time: Duration
  ) -> CloserLook? {
    var best: (attempts: Int, look: CloserLook)?
    for snapshot in snapshots where snapshot.state == .confirmed && snapshot.evidence == .observed {
      guard let zone = zone(snapshot) else {
        see(snapshot.track, at: time)
        continue
      }
      people[snapshot.track, default: Person(lastSeen: time)].zone = zone.isEmpty ? nil : zone
      see(snapshot.track, at: time)
      let attempts = people[snapshot.track]?.attempts ?? 0
      let box = snapshot.detected ?? snapshot.box
      guard decision(of: snapshot.track) == .open, box.width >= Self.leastWidth,
        attempts < best?.attempts ?? .max
      else { continue }
      best = (attempts, CloserLook(track: snapshot.track, area: Self.upperPart(of: box)))
    }
    guard isFree, let look = best?.look, lastAttempt.map({ time - $0 >= Self.attemptInterval }) ?? true else {
      return nil
    }
    lastAttempt = time
    people[look.track]?.attempts += 1
    return look
  }

  /// Takes in what a look says.
  /// - Parameter member: who it is by this look; nil for somebody unknown, or for a face that will not do.
  /// - Returns: the member, where it is settled now and was not there already, in which zone and how alike.
  mutating func add(
    _ member: MemberID?, similarity: Double, of track: TrackID
  ) -> (member: MemberID, zone: String?, similarity: Double)? {
    guard var person = people[track], person.decision == .open else { return nil }
    defer { people[track] = person }
    person.vote.add(member)
    if member != nil { person.similarity = max(person.similarity, similarity) }
    guard let member = person.vote.member else {
      if person.attempts >= Self.mostAttempts { person.decision = .unknown }
      return nil
    }
    person.decision = .member(member)
    let isNew = presences[member] == nil
    presences[member] = Presence(lastSeen: person.lastSeen, zone: person.zone)
    return isNew ? (member, person.zone, person.similarity) : nil
  }

  /// Takes back that a member was recognised, of whom nobody may be told: that the member left is not told either.
  mutating func revoke(_ member: MemberID) {
    presences[member] = nil
    for (track, person) in people where person.decision == .member(member) {
      people[track]?.decision = .unknown
    }
  }

  /// The members who have left by now, in the order of their pseudonyms, and in which zone they were.
  mutating func departures(at time: Duration) -> [(member: MemberID, zone: String?)] {
    people = people.filter { time - $0.value.lastSeen < Self.absence }
    let gone = presences.filter { time - $0.value.lastSeen >= Self.absence }
    for member in gone.keys { presences[member] = nil }
    return gone.sorted { $0.key < $1.key }.map { ($0.key, $0.value.zone) }
  }

  /// Forgets who was followed, because numbers of tracks begin anew; members stay there until they are missed.
  mutating func reset() { people = [:] }

  private mutating func see(_ track: TrackID, at time: Duration) {
    people[track]?.lastSeen = time
    if case .member(let member) = decision(of: track) { presences[member]?.lastSeen = time }
  }

  /// Head and shoulders: as high as a person is wide and a fifth more.
  private static func upperPart(of box: BoundingBox) -> BoundingBox {
    BoundingBox(x: box.x, y: box.y, width: box.width, height: min(box.height, 1.2 * box.width))
  }
}
