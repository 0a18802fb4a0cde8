import ArgumentParser
import FootfallVision
import Foundation
import Logging

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tell what is in working order, which engine and precision are used, and why.",
    discussion: """
      Ends with status 69 when something that the default model needs is missing.

      Example:
        footfall doctor
      """)

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var log: LogOptions

  func run() throws {
    let catalog = try ModelCatalog(folder: ModelCatalog.locate())
    log.logger.info("opened the models", metadata: ["folder": "\(catalog.folder)"])
    let diagnosis = Diagnosis(catalog: catalog, engines: EngineProbe.report(for: catalog))
    if json {
      try StandardOutput.write(json: diagnosis)
    } else {
      try StandardOutput.write(table: diagnosis.table)
      try StandardOutput.write([UInt8]("\nUsed: \(diagnosis.reason).\n".utf8))
    }
    if let problem = diagnosis.defaultModelProblem { throw CommandError(problem, .unavailable) }
  }
}

/// What `footfall doctor` found.
struct Diagnosis: Encodable {
  struct Model: Encodable {
    let name: String
    let isReady: Bool
    let problem: String?
  }

  let version: String
  let openCV: String
  let openVINO: String?
  let openVINOProblem: String?
  let processors: Int
  let cpu: String?
  let capabilities: [String]
  let engine: String
  let precision: String
  let reason: String
  let modelsFolder: String
  let models: [Model]

  init(catalog: ModelCatalog, engines: EngineReport) {
    version = Generator.version
    openCV = engines.openCVVersion
    openVINO = engines.openVINOVersion
    openVINOProblem = engines.openVINOProblem
    processors = ProcessInfo.processInfo.activeProcessorCount
    cpu = engines.cpu
    capabilities = engines.capabilities
    engine = engines.chosenEngine.rawValue
    precision = engines.defaultPrecision.rawValue
    reason = engines.reason
    modelsFolder = catalog.folder
    models = catalog.profiles.map { profile in
      do throws(VisionError) {
        if let file = profile.file { _ = try catalog.verifiedPath(of: file, for: profile) }
        return Model(name: profile.name, isReady: true, problem: nil)
      } catch {
        return Model(name: profile.name, isReady: false, problem: error.description)
      }
    }
  }

  /// What keeps the default model from running; nil when it runs.
  var defaultModelProblem: String? { models.first?.problem }

  var table: [(name: String, value: String, meaning: String)] {
    var rows: [(name: String, value: String, meaning: String)] = [
      ("footfall", version, ""),
      ("processors", "\(processors)", cpu ?? ""),
      ("OpenCV", openCV, "engine opencv: always there"),
      ("OpenVINO", openVINO == nil ? "-" : "yes", openVINO ?? openVINOProblem ?? ""),
    ]
    if !capabilities.isEmpty { rows.append(("computes", "", capabilities.joined(separator: " "))) }
    for model in models {
      rows.append((model.name, model.isReady ? "ready" : "-", model.problem ?? ""))
    }
    return rows
  }
}
