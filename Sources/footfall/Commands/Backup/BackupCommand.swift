import ArgumentParser
import FootfallStore

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy a database into a file of its own, while footfall serve writes into it.",
    discussion: """
      The copy is checked, and appears whole or not at all; an older copy at the same place is replaced. \
      `footfall restore` puts it back.

      Example:
        footfall backup --db footfall-state/footfall.db --out backup.db
      """)

  @Option(help: ArgumentHelp("The database.", valueName: "file"))
  var db: String

  @Option(help: ArgumentHelp("Where the copy is to be.", valueName: "file"))
  var out: String

  func run() throws {
    let store = try EventStore(path: db, access: .readOnly)
    try store.backUp(to: out)
    try store.close()
  }
}
