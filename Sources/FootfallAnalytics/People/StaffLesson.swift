public import FootfallCore

/// Learns what the staff wear from people marked in a recording, by telling them from everybody else in it.
///
/// Frames go in one by one in time order; the uniform comes out at the end. Of nobody more is kept than what they looked
/// like on average in pieces of ``pieceTime``.
public struct StaffLesson: Sendable {
  /// Somebody who works here: whose box holds a position at a moment; of several the one in front.
  public struct Mark: Hashable, Sendable {
    /// When.
    public var time: MediaTime
    /// Where, in pixels.
    public var position: Point

    /// Creates a mark.
    public init(time: MediaTime, position: Point) {
      self.time = time
      self.position = position
    }
  }

  /// How long people are looked at for one example of what they look like: a few steps.
  static let pieceTime = Duration.seconds(4)

  /// A uniform that more of all people seen seem to wear tells nobody from anybody.
  public static let greatestShare = 0.5

  /// What people looked like in one piece after another, the first from when they were first seen.
  private struct Person {
    var firstSeen: MediaTime
    var pieces: [AppearanceMean] = []
    var whole = AppearanceMean()

    mutating func add(_ appearance: Appearance, at time: MediaTime) {
      let piece = Int((time - firstSeen) / StaffLesson.pieceTime)
      while pieces.count <= piece { pieces.append(AppearanceMean()) }
      pieces[piece].add(appearance)
      whole.add(appearance)
    }
  }

  private let marks: [Mark]
  /// Who was found at each mark.
  private var found: [TrackID?]
  /// How many people were in view at each mark; nil before its time.
  private var inView: [Int?]
  private var people: [TrackID: Person] = [:]

  /// Begins a lesson.
  /// - Parameter marks: at least one, in any order.
  public init(marks: [Mark]) {
    precondition(!marks.isEmpty, "somebody is marked")
    self.marks = marks
    found = Array(repeating: nil, count: marks.count)
    inView = Array(repeating: nil, count: marks.count)
  }

  /// Takes in the tracks seen in one frame.
  public mutating func observe(_ tracks: [TrackSnapshot], in stamp: FrameStamp) {
    let tracks = tracks.filter { $0.state == .confirmed }
    for snapshot in tracks {
      guard let appearance = snapshot.appearance else { continue }
      people[snapshot.track, default: Person(firstSeen: stamp.time)].add(appearance, at: stamp.time)
    }
    for index in marks.indices
    where inView[index] == nil && marks[index].time < stamp.time + stamp.duration {
      inView[index] = tracks.count
      found[index] =
        tracks.filter { $0.box.contains(marks[index].position) }.max { $0.box.maxY < $1.box.maxY }?.track
    }
  }

  /// Ends the recording.
  /// - Throws: ``Fault`` where the marks teach nothing.
  public func finish() throws(Fault) -> StaffExamples {
    var marked: Set<TrackID> = []
    for index in marks.indices {
      guard let count = inView[index] else { throw .beyondEnd(mark: index) }
      guard let track = found[index] else { throw .nobodyThere(mark: index, inView: count) }
      guard let person = people[track], person.whole.looks >= StaffUniform.leastLooks else {
        throw .notSeenClearly(mark: index)
      }
      marked.insert(track)
    }
    // In the order of ids, so that equal recordings teach the same.
    let seen = people.filter { $0.value.whole.looks >= StaffUniform.leastLooks }.sorted { $0.key < $1.key }
    let staff = seen.filter { marked.contains($0.key) }.map(\.value)
    let others = seen.filter { !marked.contains($0.key) }.map(\.value)
    let pieces = staff.flatMap(\.pieces).filter { $0.looks >= StaffUniform.leastLooks }
    guard
      let examples = StaffExamples(
        pieces: pieces.compactMap(\.appearance), staff: staff.compactMap(\.whole.appearance),
        others: others.compactMap(\.whole.appearance))
    else { throw .seenTooShortly(pieces: pieces.count) }
    try check(examples)
    return examples
  }

  private func check(_ examples: StaffExamples) throws(Fault) {
    guard examples.others > 0 else { throw .nobodyElse }
    guard examples.shareAlike <= Self.greatestShare else { throw .everybodyAlike(examples) }
    let uniform = examples.uniform
    for (index, track) in found.enumerated() {
      guard let track, let colours = people[track]?.whole.appearance, !uniform.isWorn(by: colours) else {
        continue
      }
      throw .unlikeTheOthers(
        mark: index, similarity: colours.similarity(to: uniform.appearance), least: uniform.leastSimilarity)
    }
  }
}
