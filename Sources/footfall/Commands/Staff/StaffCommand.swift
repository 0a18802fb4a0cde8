import ArgumentParser

struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff",
    abstract: "Learn what the staff wear, so that they are not counted as customers.",
    discussion: """
      Example:
        footfall staff learn door.mp4 --scene store.yaml --marks marks.yaml --out uniforms.json
      """,
    subcommands: [StaffLearnCommand.self])
}
