/// Where the files of the members' books are.
struct MemberFiles: Hashable, Sendable {
  let ledger: String
  let templates: String
  /// The one file that no backup may hold.
  let keystore: String

  init(_ folder: String) {
    (ledger, templates, keystore) = (folder + "/ledger", folder + "/templates", folder + "/keys/keystore")
  }
}
