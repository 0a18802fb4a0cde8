public import Foundation
internal import FootfallVision

/// Enrols and recognises members from pictures.
///
/// Used by one thread at a time.
public final class MemberDesk {
  /// Whom a picture shows.
  public enum Sighting: Hashable, Sendable {
    /// A member, by the rule.
    case member(MemberID, similarity: Double)
    /// Nobody that is known for sure; nothing of the face is kept.
    case unknown
    /// No face that could be compared, and why.
    case unusable(String)
  }

  /// The books.
  public let store: MemberStore
  private let reader: FaceReader
  private let gallery: Gallery

  /// Opens the books with all templates whose consent holds.
  /// - Throws: ``MembersError``: what ``MemberStore`` throws; `badData` where templates come from another model, naming the
  ///   command that enrols again.
  public init(
    folder: String, master: MasterKey, reader: FaceReader, isEnrolling: Bool = false, now: Date
  ) throws(MembersError) {
    self.reader = reader
    let model = reader.embedder.version
    store = try MemberStore(folder: folder, master: master, now: now)
    gallery = try store.gallery(model: model, isEnrolling: isEnrolling)
  }

  /// Enrols somebody who agreed.
  /// - Parameters:
  ///   - paths: one or more pictures of one person, each with one face; the template is their mean.
  ///   - id: of a member whose consent holds and who is enrolled again; nil for a new one.
  ///   - rule: when the face counts as one that is enrolled already.
  /// - Throws: ``MembersError`` of kind `badData` where a picture will not do, or the face is another member's; ``VisionError``
  ///   where a picture can't be read.
  public func enrol(
    picturesAt paths: [String], consent: Consent, id: MemberID?, rule: MatchRule, now: Date
  ) throws -> MemberID {
    guard consent.expires > now else {
      throw MembersError(
        .badData, "the consent expired at \(consent.expires.formatted(.iso8601)); allowed: one that holds")
    }
    if let id, store.member(id)?.state != .active, store.member(id)?.state != .incomplete {
      throw store.unknown(id)
    }
    let template = try template(ofPicturesAt: paths, rule)
    if let match = gallery.nearest(to: template), match.member != id,
      match.similarity >= rule.minimumSimilarity
    {
      throw MembersError(
        .badData,
        "\(paths[0]): this face is member \(match.member) already; to enrol again use --id \(match.member)")
    }
    let member = id ?? MemberID.random()
    try store.enrol(member, template, model: reader.embedder.version, consent, now: now)
    gallery.remove(member)
    gallery.add(member, template)
    return member
  }

  /// Says whom a picture's surest face shows, and notes the access where it is a member.
  /// - Throws: ``VisionError`` where the picture can't be read; ``MembersError`` where the ledger can't be written.
  public func sighting(inPictureAt path: String, rule: MatchRule, now: Date) throws -> Sighting {
    let look: FaceEmbedding
    do {
      look = try self.look(at: path, allowsSeveral: true)
    } catch let error as MembersError {
      return .unusable(error.description)
    }
    guard let match = gallery.nearest(to: look), let member = rule.member(match) else {
      return .unknown
    }
    try store.note(.match, member, nil, now)
    return .member(member, similarity: match.similarity)
  }

  private func look(at path: String, allowsSeveral: Bool) throws -> FaceEmbedding {
    let picture = try FaceReader.picture(at: path)
    defer { SecretMemory.erase(picture.bytes) }
    switch try reader.look(at: picture, allowsSeveral: allowsSeveral) {
    case .face(let embedding): return embedding
    case .unusable(let problem): throw MembersError(.badData, "\(path): \(problem)")
    }
  }

  /// The mean of the pictures' embeddings.
  private func template(ofPicturesAt paths: [String], _ rule: MatchRule) throws -> FaceEmbedding {
    let looks = try paths.map { try look(at: $0, allowsSeveral: false) }
    for (path, look) in zip(paths, looks).dropFirst()
    where looks[0].similarity(to: look) < rule.minimumSimilarity {
      throw MembersError(
        .badData,
        "\(path): shows somebody else than \(paths[0]): their similarity is "
          + "\(Self.text(looks[0].similarity(to: look))); allowed: \(Self.text(rule.minimumSimilarity)) or more"
      )
    }
    guard let mean = FaceEmbedding.mean(looks) else {
      throw MembersError(.badData, "\(paths[0]): the pictures contradict each other; use one of them")
    }
    return mean
  }

  private static func text(_ value: Double) -> String { String(format: "%.2f", value) }
}
