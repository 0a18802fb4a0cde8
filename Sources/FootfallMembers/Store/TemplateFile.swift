internal import Crypto
internal import Foundation

/// The database of templates: for each member the pseudonym and a template that only the member's key opens.
///
/// May be backed up.
final class TemplateFile {
  private static let header = "footfall-templates/1\n"
  /// 10 + 12 + 8 + 512 + 16, rounded up to a multiple of 64.
  private static let slotBytes = 576
  private static let versionBytes = 8

  private let file: SlotFile
  private var slots: [MemberID: Int] = [:]

  /// Opens the file, which is made where it is absent.
  init(at path: String) throws(MembersError) {
    file = try SlotFile(at: path, header: Self.header, slotBytes: Self.slotBytes)
    for (index, slot) in file.slots.enumerated() where SealedRecord.number(of: slot) != 0 {
      slots[MemberID(number: SealedRecord.number(of: slot))] = index
    }
  }

  /// The members of whom there is a record, readable or not.
  var members: [MemberID] { slots.keys.sorted() }

  /// Writes a member's template, in the place of an older one.
  func write(
    _ template: FaceEmbedding, of member: MemberID, model: String, by key: SymmetricKey
  ) throws(MembersError) {
    var bytes = Self.version(model) + [UInt8](UnsafeRawBufferPointer(template.values))
    defer { bytes.withUnsafeMutableBytes(SecretMemory.erase) }
    let record = try SealedRecord.sealed(bytes, number: member.number, context: Self.header, by: key)
    let slot = slots[member] ?? file.freeSlot(from: 0)
    try file.write(record, at: slot)
    slots[member] = slot
  }

  /// What a member's record holds.
  enum Reading {
    /// Another key, or torn.
    case unreadable
    /// Made by another model.
    case otherModel
    /// The template.
    case template(FaceEmbedding)
  }

  /// Reads a member's template; nil where there is no record.
  /// - Parameter model: that it must come from; nil where any will do.
  func reading(of member: MemberID, model: String?, by key: SymmetricKey) -> Reading? {
    guard let slot = slots[member] else { return nil }
    guard var bytes = SealedRecord.opened(file.slots[slot], context: Self.header, by: key) else {
      return .unreadable
    }
    defer { bytes.withUnsafeMutableBytes(SecretMemory.erase) }
    let size = FaceEmbedding.dimensions * MemoryLayout<Float>.size
    guard bytes.count == Self.versionBytes + size else { return .unreadable }
    if let model, !bytes.starts(with: Self.version(model)) { return .otherModel }
    let embedding = bytes.withUnsafeBytes { all in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: FaceEmbedding.dimensions) { values in
        UnsafeMutableRawBufferPointer(values).copyMemory(from: .init(rebasing: all[Self.versionBytes...]))
        defer { SecretMemory.erase(UnsafeMutableRawBufferPointer(values)) }
        return FaceEmbedding(UnsafeBufferPointer(values))
      }
    }
    return embedding.map(Reading.template) ?? .unreadable
  }

  /// Overwrites a member's record.
  func erase(_ member: MemberID) throws(MembersError) {
    guard let slot = slots[member] else { return }
    try file.erase(slot)
    slots[member] = nil
  }

  private static func version(_ model: String) -> [UInt8] {
    Array(SHA256.hash(data: Data(model.utf8)).prefix(versionBytes))
  }
}
