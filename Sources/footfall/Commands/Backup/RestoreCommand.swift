import ArgumentParser
import FootfallStore

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a copy made by footfall backup in the place of a database.",
    discussion: """
      The copy is checked first, and stays. Refused while a program, such as footfall serve, has the database open.

      Example:
        footfall restore backup.db --db footfall-state/footfall.db --force
      """)

  @Argument(help: ArgumentHelp("The copy.", valueName: "file"))
  var copy: String

  @Option(help: ArgumentHelp("Where the database is to be.", valueName: "file"))
  var db: String

  @Flag(help: "Replace the database that is there.")
  var force = false

  func run() throws { try EventStore.restore(copy, to: db, isForced: force) }
}
