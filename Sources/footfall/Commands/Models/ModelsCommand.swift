import ArgumentParser
import FootfallCore
import FootfallVision
import Foundation
import Logging

struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "List the models and fetch their files.",
    discussion: """
      Example:
        footfall models fetch yolox-nano
      """,
    subcommands: [ModelsListCommand.self, ModelsFetchCommand.self],
    defaultSubcommand: ModelsListCommand.self)
}

struct ModelsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the models with their licences, the default detector first.",
    discussion: """
      Example:
        footfall models list --json
      """)

  @Flag(help: "Print JSON.")
  var json = false

  private struct Row: Encodable {
    let name, purpose, licence, origin: String
    let decoder: String?
    let width, height: Int?
    let file: String?
    let isPresent: Bool

    init(_ entry: ModelEntry, in catalog: ModelCatalog) {
      let profile = catalog.profiles.first { $0.name == entry.name }
      name = entry.name
      purpose = entry.purpose
      licence = entry.licence
      origin = entry.origin
      decoder = profile?.recipe.decoder.rawValue
      width = profile?.inputSize.width
      height = profile?.inputSize.height
      file = entry.file
      isPresent = entry.files.allSatisfy {
        FileManager.default.fileExists(atPath: catalog.folder + "/" + $0.path)
      }
    }

    /// What it is, in words.
    var kind: String {
      guard let decoder, let width, let height else { return purpose }
      return "\(purpose) (\(decoder), \(width)x\(height))"
    }
  }

  @OptionGroup var log: LogOptions

  func run() throws {
    let catalog = try ModelCatalog(folder: ModelCatalog.locate())
    log.logger.info("opened the models", metadata: ["folder": "\(catalog.folder)"])
    let rows = catalog.manifest.entries.map { Row($0, in: catalog) }
    if json { return try StandardOutput.write(json: rows) }
    try StandardOutput.write(
      table: rows.map { row in
        (row.name, row.isPresent ? "present" : "absent", "\(row.kind), \(row.licence); \(row.origin)")
      })
  }
}

struct ModelsFetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetch a model's files, verified against the manifest.",
    discussion: """
      Runs the script fetch-models that lies in scripts/ beside the models folder.

      Example:
        footfall models fetch yolox-nano
      """)

  @Argument(help: "The model.")
  var name: String

  @OptionGroup var log: LogOptions

  func run() throws {
    let catalog = try ModelCatalog(folder: ModelCatalog.locate())
    log.logger.info("opened the models", metadata: ["folder": "\(catalog.folder)"])
    let entries = catalog.manifest.entries.filter { !$0.files.isEmpty }
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw CommandError(
        "model \(name): nothing to fetch; there are \(entries.map(\.name).joined(separator: ", "))", .usage)
    }
    let script = URL(fileURLWithPath: catalog.folder).deletingLastPathComponent()
      .appendingPathComponent("scripts/fetch-models").path
    guard FileManager.default.isExecutableFile(atPath: script) else {
      throw CommandError("cannot fetch \(entry.name): \(script) is absent", .unavailable)
    }
    // The script becomes this process, so that signals and its exit status pass through.
    let arguments: [UnsafeMutablePointer<CChar>?] = [strdup(script), strdup(entry.name)]
    script.withCString { _ = execv($0, arguments + [nil]) }
    throw CommandError(
      "cannot fetch \(entry.name): \(script): \(String(cString: strerror(errno)).lowercased())", .unavailable)
  }
}
