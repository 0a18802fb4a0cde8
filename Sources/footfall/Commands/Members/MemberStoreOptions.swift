import ArgumentParser
import FootfallMembers
import FootfallVision
import Foundation

/// Where the members' books are, and what opens them.
struct MemberStoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the members' books; its keys/ must be in no backup.", valueName: "folder"))
  var store = "footfall-members"

  @Option(
    help: ArgumentHelp(
      "The file of the master key, 64 hexadecimal digits that nobody else may read; without: \(MasterKey.variable).",
      valueName: "file"))
  var masterKey: String?

  /// Opens the books.
  /// - Throws: ``MembersError``.
  func open() throws -> MemberStore {
    try checkPresence()
    return try MemberStore(folder: store, master: MasterKey(fileAt: masterKey), now: Date())
  }

  /// The books, to be opened for a moment.
  /// - Throws: ``MembersError``.
  func books() throws -> MemberBooks {
    try checkPresence()
    return MemberBooks(folder: store, master: try MasterKey(fileAt: masterKey))
  }

  /// Opens the books, which are made where they are absent, to enrol somebody without a face.
  /// - Throws: ``MembersError``.
  func openForEnrolling() throws -> MemberStore {
    try MemberStore(folder: store, master: MasterKey(fileAt: masterKey), now: Date())
  }

  /// Opens the books for recognition; they are made where they are absent and somebody is enrolled.
  /// - Throws: ``MembersError`` or ``VisionError``.
  func desk(_ faces: FaceOptions, isEnrolling: Bool = false) throws -> MemberDesk {
    if !isEnrolling { try checkPresence() }
    // Before the networks, which take longer.
    let master = try MasterKey(fileAt: masterKey)
    return try MemberDesk(
      folder: store, master: master, reader: faces.reader(), isEnrolling: isEnrolling, now: Date())
  }

  private func checkPresence() throws {
    guard FileManager.default.fileExists(atPath: store + "/ledger") else {
      throw CommandError(
        "cannot open \(store): holds no members; footfall members enroll begins the books", .noInput)
    }
  }
}
