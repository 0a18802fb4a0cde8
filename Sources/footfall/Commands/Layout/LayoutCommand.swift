import ArgumentParser

struct LayoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout",
    abstract: "Zones, ways and scenes of a store: what people meet, and what belongs together.",
    subcommands: [
      LayoutReportCommand.self, LayoutCompareCommand.self, LayoutPlanTestCommand.self,
      LayoutSuggestCommand.self,
    ])
}
