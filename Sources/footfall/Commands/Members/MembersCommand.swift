import ArgumentParser

struct MembersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "members",
    abstract: "Recognise members who asked for it.",
    discussion: """
      Off unless used: nobody is compared with anything without members who agreed, and whoever is not one of them leaves \
      no trace. Read docs/members.md first: it says what the law asks for.

      Example:
        openssl rand -hex 32 > master.key && chmod 600 master.key
        footfall members enroll face.jpg --master-key master.key --scope "greeting at the till" --text-version 2026-11 \
      --expires 2027-11-26
      """,
    subcommands: [
      MembersEnrollCommand.self, MembersListCommand.self, MembersShowCommand.self, MembersCodeCommand.self,
      MembersForgetCommand.self, MembersConsentCommand.self, MembersExportCommand.self,
      MembersAuditCommand.self, MembersReportCommand.self,
      MembersRotateKeysCommand.self, MembersMatchCommand.self, MembersThresholdCommand.self,
    ])
}
