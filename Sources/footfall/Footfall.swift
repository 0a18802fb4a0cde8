import ArgumentParser

@main
struct Footfall: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "footfall",
    abstract: "Counts people, times their stay and maps where they stand, from camera footage.",
    subcommands: [])
}
