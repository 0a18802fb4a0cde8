internal import Glibc

/// A file of records of one size behind a header, each written, or overwritten by zeros, in its place and on the disk
/// when the call returns.
///
/// A record that was torn by a crash is left to its owner to recognise: all of them are authenticated.
final class SlotFile {
  private(set) var path: String
  /// The records as they were on the disk when the file was opened; zeros where one is free.
  private(set) var slots: [[UInt8]] = []
  private let headerBytes: Int
  private let slotBytes: Int
  private let descriptor: Int32

  /// Opens the file, which is made, for nobody else to read, where it is absent.
  /// - Parameters:
  ///   - header: what it begins with: its format and version.
  ///   - limit: how many records are read at most; those behind them are not to be written.
  /// - Throws: ``MembersError``: `badData` where it begins otherwise, `io`.
  init(at path: String, header: String, slotBytes: Int, limit: Int? = nil) throws(MembersError) {
    self.path = path
    self.slotBytes = slotBytes
    let header = Array(header.utf8)
    headerBytes = header.count
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure("open", path) }
    let bytes = try read(upTo: limit.map { headerBytes + $0 * slotBytes })
    guard bytes.starts(with: header) || header.starts(with: bytes) else {
      throw MembersError(
        .badData, "\(path): does not begin with '\(String(decoding: header, as: UTF8.self))'")
    }
    // Shorter: a crash while it was made.
    if bytes.count < header.count { try put(header, at: 0) }
    for start in stride(from: header.count, to: bytes.count, by: slotBytes) {
      let slot = Array(bytes[start..<min(start + slotBytes, bytes.count)])
      slots.append(slot + [UInt8](repeating: 0, count: slotBytes - slot.count))
    }
  }

  deinit { close(descriptor) }

  /// The first record from `start` on that holds nothing.
  func freeSlot(from start: Int) -> Int {
    slots.indices.dropFirst(start).first { slots[$0].allSatisfy { $0 == 0 } } ?? slots.count
  }

  /// Writes a record, filled up with zeros.
  /// - Parameter index: from 0, at most one behind the last.
  func write(_ bytes: [UInt8], at index: Int) throws(MembersError) {
    precondition(bytes.count <= slotBytes && index <= slots.count, "a record fits into its place")
    let slot = bytes + [UInt8](repeating: 0, count: slotBytes - bytes.count)
    try put(slot, at: headerBytes + index * slotBytes)
    if index == slots.count { slots.append(slot) } else { slots[index] = slot }
  }

  /// Writes all records of a file that has none.
  func write(all records: [[UInt8]]) throws(MembersError) {
    precondition(slots.isEmpty, "the file has no records")
    slots = records.map { $0 + [UInt8](repeating: 0, count: slotBytes - $0.count) }
    try put(Array(slots.joined()), at: headerBytes)
  }

  /// Puts the file in the place of another in one step.
  func move(to place: String) throws(MembersError) {
    guard rename(path, place) == 0 else { throw Self.failure("replace", place) }
    path = place
    let folder = String(place[..<(place.lastIndex(of: "/") ?? place.startIndex)])
    let opened = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { return }
    _ = fsync(opened)
    _ = close(opened)
  }

  /// Overwrites a record by zeros.
  func erase(_ index: Int) throws(MembersError) { try write([], at: index) }

  /// Overwrites all records by zeros, of a file that another one has replaced.
  func eraseAll() throws(MembersError) {
    try put([UInt8](repeating: 0, count: slots.count * slotBytes), at: headerBytes)
  }

  private func put(_ bytes: [UInt8], at offset: Int) throws(MembersError) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { rest in
        pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("write to", path) }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw Self.failure("write to", path) }
  }

  private func read(upTo limit: Int?) throws(MembersError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure("read", path) }
    var bytes = [UInt8](repeating: 0, count: min(Int(status.st_size), limit ?? .max))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { all in
        pread(descriptor, all.baseAddress.map { $0 + done }, all.count - done, off_t(done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("read", path) }
      done += count
    }
    return bytes
  }

  static func failure(_ attempt: String, _ path: String) -> MembersError {
    MembersError(.io, "cannot \(attempt) \(path): \(SystemReason.last)")
  }
}
