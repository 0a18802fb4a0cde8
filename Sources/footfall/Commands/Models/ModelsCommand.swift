import ArgumentParser
import FootfallCore
import FootfallVision
import Foundation
import Logging

struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "List the detectors and fetch their files.",
    subcommands: [ModelsListCommand.self, ModelsFetchCommand.self],
    defaultSubcommand: ModelsListCommand.self)
}

struct ModelsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the detectors, the default first.",
    discussion: """
      Example:
        footfall models list --json
      """)

  @Flag(help: "Print JSON.")
  var json = false

  private struct Row: Encodable {
    let name, decoder, licence, origin: String
    let width, height: Int
    let file: String?
    let isPresent: Bool
  }

  @OptionGroup var log: LogOptions

  func run() throws {
    let catalog = try ModelCatalog(folder: ModelCatalog.locate())
    log.logger.info("opened the models", metadata: ["folder": "\(catalog.folder)"])
    let rows = catalog.profiles.map { profile in
      Row(
        name: profile.name, decoder: profile.recipe.decoder.rawValue, licence: profile.licence,
        origin: profile.origin, width: profile.inputSize.width, height: profile.inputSize.height,
        file: profile.file?.path,
        isPresent: profile.file.map {
          FileManager.default.fileExists(atPath: catalog.folder + "/" + $0.path)
        } ?? true)
    }
    if json { return try StandardOutput.write(json: rows) }
    try StandardOutput.write(
      table: rows.map { row in
        (
          row.name, row.isPresent ? "present" : "absent",
          "\(row.decoder), \(row.width)x\(row.height), \(row.licence); \(row.origin)"
        )
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
    guard let entry = catalog.manifest.entries.first(where: { $0.name == name }) else {
      let names = catalog.manifest.entries.map(\.name).joined(separator: ", ")
      throw CommandError("model \(name): not known; there are \(names)", .usage)
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
