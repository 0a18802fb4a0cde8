import ArgumentParser
import FootfallMembers
import Foundation
import Logging

struct MembersRotateKeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate-keys",
    abstract: "Wrap all keys by a new master key.",
    discussion: """
      The old master key opens nothing any more. Keep both until the command has ended.

      Example:
        footfall members rotate-keys --master-key master.key --new-master-key next.key
      """)

  @Option(help: ArgumentHelp("The file of the new master key.", valueName: "file"))
  var newMasterKey: String

  @OptionGroup var store: MemberStoreOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let new = try MasterKey(fileAt: newMasterKey)
    try store.open().rotateKeys(to: new)
    log.logger.info("wrapped all keys by the new master key")
  }
}
