internal import Crypto
internal import Foundation

/// The book of consents and accesses: entries are added at its end and never changed, each bears the hash of the one
/// before, and only the holder of the key can make one.
final class Ledger {
  /// All entries, the oldest first.
  private(set) var entries: [LedgerEntry] = []
  /// How far the book has come; nil while it is empty.
  private(set) var head: LedgerHead?
  private let path: String
  private let key: SymmetricKey
  private let descriptor: Int32
  private var bytes = 0
  /// Of all bytes that were verified.
  private var digest = SHA256()

  /// Opens and verifies the book at `path`, which is made where it is absent.
  ///
  /// A last line that a crash cut short is removed: nothing was promised about it.
  /// - Parameter head: how far the book had come at least.
  /// - Throws: ``MembersError`` of kind `badData` naming the first line that was changed, moved or removed.
  init(at path: String, key: SymmetricKey, head: LedgerHead?) throws(MembersError) {
    (self.path, self.key) = (path, key)
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SlotFile.failure("open", path) }
    _ = try refresh(head: head)
  }

  deinit { close(descriptor) }

  /// Takes in what another program has added.
  /// - Returns: false where what was read before is not there any more as it was: the book must be opened anew.
  /// - Throws: as ``init(at:key:head:)`` of what was added.
  /// - Complexity: O(bytes) for a hash of what was known already; each entry is decoded once.
  func refresh(head noted: LedgerHead?) throws(MembersError) -> Bool {
    guard let content = FileManager.default.contents(atPath: path) else {
      throw SlotFile.failure("read", path)
    }
    guard isInPlace else { return false }
    var known = SHA256()
    known.update(data: content.prefix(bytes))
    guard content.count >= bytes, known.finalize() == digest.finalize() else { return false }
    let added = content.dropFirst(bytes)
    let whole = added.lastIndex(of: UInt8(ascii: "\n")).map { added[...$0] } ?? Data()
    try verify(whole, noted)
    bytes += whole.count
    digest.update(data: whole)
    if bytes < content.count { try cut() }
    return true
  }

  /// Adds an entry, which is on the disk when the call returns; where it fails the book is as before.
  func append(
    _ event: LedgerEntry.Event, _ member: MemberID, consent: Consent? = nil, hasFace: Bool? = nil,
    at time: Date
  ) throws(MembersError) -> LedgerEntry {
    let entry = LedgerEntry(
      sequence: entries.count + 1, time: time, event: event, member: member.description, consent: consent,
      hasFace: hasFace, previous: head?.hash ?? LedgerEntry.beginning)
    guard let line = try? entry.line(key) else {
      throw MembersError(.io, "cannot write to \(path): an entry cannot be written as JSON")
    }
    let text = line.text + [UInt8(ascii: "\n")]
    let written = pwrite(descriptor, text, text.count, off_t(bytes))
    // A part was written where the disk is full.
    if written >= 0 && written < text.count { errno = ENOSPC }
    guard written == text.count, fsync(descriptor) == 0 else {
      let failure = SlotFile.failure("write to", path)
      try cut()
      throw failure
    }
    bytes += text.count
    digest.update(data: text)
    entries.append(entry)
    head = LedgerHead(count: entries.count, hash: line.hash)
    return entry
  }

  /// Whether the file at the path is still the one that was opened.
  private var isInPlace: Bool {
    var (own, other) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && stat(path, &other) == 0 && own.st_ino == other.st_ino
  }

  private func cut() throws(MembersError) {
    guard ftruncate(descriptor, off_t(bytes)) == 0, fsync(descriptor) == 0 else {
      throw SlotFile.failure("write to", path)
    }
  }

  private func verify(_ added: Data, _ noted: LedgerHead?) throws(MembersError) {
    let lines = added.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
    for line in lines {
      let number = entries.count + 1
      guard let (entry, hash) = LedgerEntry.read(line, key), entry.sequence == number,
        entry.previous == head?.hash ?? LedgerEntry.beginning,
        noted.map({ $0.count != number || $0.hash == hash }) ?? true
      else {
        throw tampered(number, "this entry was changed, moved or put in, or one before it was removed")
      }
      entries.append(entry)
      head = LedgerHead(count: number, hash: hash)
    }
    if let noted, noted.count > entries.count {
      throw tampered(entries.count, "it ends after \(entries.count) entries, \(noted.count) were written")
    }
  }

  private func tampered(_ line: Int, _ finding: String) -> MembersError {
    MembersError(
      .badData,
      "\(path):\(line): the ledger was tampered with: \(finding); restore the file as it was written")
  }
}
