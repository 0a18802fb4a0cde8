internal import FootfallVision
internal import Foundation

/// The gallery of a running store, kept as the books are, and whom a picture of a person shows.
///
/// Used by one thread at a time.
final class LiveMatcher {
  /// How often the books are looked at for changes, and read as a whole without any: consents end by time.
  private static let glance = 2.0
  private static let rereading = 600.0
  /// How often it is tried again where they could not be read.
  private static let retrial = 30.0

  private let books: MemberBooks
  private let reader: FaceReader
  private let rule: MatchRule
  private var gallery = Gallery()
  /// ``MemberBooks/changes()`` at the last reading.
  private var changes = 0
  /// ``MemberBooks/stamp`` of the last failure.
  private var failedStamp: [Int] = []
  private var lastGlance: Date
  private var lastReading: Date
  /// Why nobody can be recognised; nil where somebody can.
  private(set) var problem: String?

  /// - Throws: ``MembersError`` where the books can't be opened, or hold templates of another model.
  init(_ books: MemberBooks, reader: FaceReader, rule: MatchRule, now: Date) throws(MembersError) {
    self.books = books
    self.reader = reader
    self.rule = rule
    (lastGlance, lastReading) = (now, now)
    try read(now: now)
  }

  /// The member whom a picture shows, and how alike; nil for a stranger, several faces or none that will do.
  ///
  /// The embedding is overwritten before it returns.
  func member(in picture: PixelBuffer) -> (member: MemberID, similarity: Double)? {
    guard case .face(let embedding)? = try? reader.look(at: picture, allowsSeveral: false),
      let match = gallery.nearest(to: embedding), let member = rule.member(match)
    else { return nil }
    return (member, match.similarity)
  }

  /// Whether a member's consent holds, noted if so; nobody may be told otherwise.
  func admits(_ member: MemberID, now: Date) -> Bool {
    guard problem == nil else { return false }
    do throws(MembersError) {
      return try books.admit(member, .match, now: now)
    } catch {
      fail(error)
      return false
    }
  }

  /// Takes in what was enrolled, forgotten and changed meanwhile.
  func refresh(now: Date) {
    guard now.timeIntervalSince(lastGlance) >= Self.glance else { return }
    lastGlance = now
    let age = now.timeIntervalSince(lastReading)
    do throws(MembersError) {
      let isDue =
        if problem != nil {
          age >= Self.retrial || books.stamp != failedStamp
        } else if age < Self.rereading {
          try books.changes() != changes
        } else {
          true
        }
      guard isDue else { return }
      try read(now: now)
      problem = nil
    } catch {
      fail(error)
    }
    lastReading = now
  }

  private func read(now: Date) throws(MembersError) {
    // First: what changes in between is seen at the next glance.
    changes = try books.changes()
    gallery = try books.open(now: now).gallery(model: reader.embedder.version, isEnrolling: false)
  }

  /// What can't be verified is not used.
  private func fail(_ error: MembersError) {
    gallery = Gallery()
    failedStamp = books.stamp
    problem = error.description
  }
}
