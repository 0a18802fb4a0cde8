internal import FootfallVision
internal import Foundation

/// The gallery of a running store, kept as the books are, and whom a picture of a person shows.
///
/// Used by one thread at a time.
final class LiveMatcher {
  /// What has changed about whether anybody can be recognised.
  struct Change {
    /// Why not; nil where somebody can.
    var text: String?
  }

  /// How often the books are looked at for changes, and read anew without any, because consents end by time.
  private static let glance = 2.0
  private static let rereading = 600.0

  let books: MemberBooks
  private let reader: FaceReader
  private let rule: MatchRule
  private var gallery: Gallery
  private var stamp: [Int]
  private var lastGlance: Date
  private var lastReading: Date
  private var problem: String?

  /// - Throws: ``MembersError`` where the books can't be opened, or hold templates of another model.
  init(_ books: MemberBooks, reader: FaceReader, rule: MatchRule, now: Date) throws(MembersError) {
    self.books = books
    self.reader = reader
    self.rule = rule
    stamp = books.stamp
    (lastGlance, lastReading) = (now, now)
    gallery = try books.open(now: now).gallery(model: reader.embedder.version, isEnrolling: false)
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

  /// Takes in what was enrolled and forgotten meanwhile.
  /// - Returns: nil where nothing has changed about whether anybody can be recognised.
  func refresh(now: Date) -> Change? {
    guard now.timeIntervalSince(lastGlance) >= Self.glance else { return nil }
    lastGlance = now
    let current = books.stamp
    guard current != stamp || now.timeIntervalSince(lastReading) >= Self.rereading else { return nil }
    (stamp, lastReading) = (current, now)
    let before = problem
    do throws(MembersError) {
      gallery = try books.open(now: now).gallery(model: reader.embedder.version, isEnrolling: false)
      problem = nil
    } catch {
      // What can't be verified is not used.
      gallery = Gallery()
      problem = error.description
    }
    return problem == before ? nil : Change(text: problem)
  }
}
