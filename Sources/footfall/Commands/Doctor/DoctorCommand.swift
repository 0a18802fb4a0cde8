import ArgumentParser
import FootfallPlanning
import FootfallSolver
import FootfallVision
import Foundation
import Logging

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tell what is in working order, which engine and precision are used, and why.",
    discussion: """
      With --config, what `footfall serve` needs is looked at as well: each camera is opened and watched for some \
      seconds, all at a time, which takes 20 s at most. Ends with status 69 when something is missing.

      Example:
        footfall doctor --config store.yaml
      """)

  @Option(help: ArgumentHelp("The scene file of a store with live cameras.", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("The folder that footfall serve is given.", valueName: "folder"))
  var state = "footfall-state"

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var log: LogOptions

  func run() throws {
    let catalog = try ModelCatalog(folder: ModelCatalog.locate())
    log.logger.info("opened the models", metadata: ["folder": "\(catalog.folder)"])
    var diagnosis = Diagnosis(catalog: catalog, engines: EngineProbe.report(for: catalog))
    diagnosis.store = try config.map { config in
      try StoreDiagnosis(
        of: SceneFile(contentsOfFile: config), state: state,
        profile: catalog.profile(named: ModelCatalog.defaultDetector))
    }
    if json {
      try StandardOutput.write(json: diagnosis)
    } else {
      try StandardOutput.write(table: diagnosis.table)
      try StandardOutput.write([UInt8]("\nUsed: \(diagnosis.reason).\n".utf8))
    }
    if let problem = diagnosis.footageProblem ?? diagnosis.defaultModelProblem ?? diagnosis.store?.problem {
      throw CommandError(problem, .unavailable)
    }
  }
}

/// What `footfall doctor` found.
struct Diagnosis: Encodable {
  struct Model: Encodable {
    let name: String
    let isReady: Bool
    let problem: String?
    let precision: String
    let reason: String
  }

  let version: String
  let footageProblem: String?
  let openCV: String
  let openVINO: String?
  let openVINOProblem: String?
  let processors: Int
  let cpu: String?
  let capabilities: [String]
  let engine: String
  let hasAVX2: Bool
  let hasVNNI: Bool
  let hasBF16: Bool
  let precision: String
  let reason: String
  let solver: String?
  let solverProblem: String?
  let modelsFolder: String
  let models: [Model]
  /// What footfall serve needs besides; nil where no store was named.
  var store: StoreDiagnosis?

  init(catalog: ModelCatalog, engines: EngineReport) {
    version = Generator.version
    footageProblem = EngineProbe.footageProblem()
    openCV = engines.openCVVersion
    openVINO = engines.openVINOVersion
    openVINOProblem = engines.openVINOProblem
    processors = ProcessInfo.processInfo.activeProcessorCount
    cpu = engines.cpu
    capabilities = engines.capabilities
    engine = engines.chosenEngine.rawValue
    let features = CPUFeatures.current
    hasAVX2 = features.hasAVX2
    hasVNNI = features.hasVNNI
    hasBF16 = features.hasBF16
    (solver, solverProblem) = Self.probeSolver()
    modelsFolder = catalog.folder
    models = catalog.profiles.map { Self.examine($0, in: catalog, engines, features) }
    let standard = models.first { $0.name == ModelCatalog.defaultDetector }
    precision = standard?.precision ?? Precision.f32.rawValue
    let elsewhere =
      engines.chosenEngine == .openvino
      ? catalog.profiles.first { $0.name == ModelCatalog.defaultDetector }
        .flatMap { PrecisionChoice(for: $0, on: features).elsewhere } : nil
    reason = ([engines.reason, standard?.reason, elsewhere] as [String?]).compactMap(\.self)
      .joined(separator: "; ")
  }

  /// The solver of shift plans, or why there is none.
  private static func probeSolver() -> (name: String?, problem: String?) {
    do throws(SolverError) {
      return (try PlanSolver.located().name, nil)
    } catch {
      return (nil, error.description)
    }
  }

  /// Whether what the model runs with is there, and what that is.
  private static func examine(
    _ profile: ModelProfile, in catalog: ModelCatalog, _ engines: EngineReport, _ features: CPUFeatures
  ) -> Model {
    let choice = PrecisionChoice(for: profile, on: features)
    let isOpenVINO = engines.chosenEngine == .openvino
    let precision = isOpenVINO ? choice.precision : .f32
    var problem: String?
    do throws(VisionError) {
      let files = try profile.files(for: engines.chosenEngine, precision: precision)
      if !files.isEmpty { _ = try catalog.verifiedPath(of: files, for: profile) }
    } catch {
      problem = error.description
    }
    return Model(
      name: profile.name, isReady: problem == nil, problem: problem, precision: precision.rawValue,
      reason: isOpenVINO ? choice.reason : "precision f32, because OpenCV has no other")
  }

  /// What keeps the default model from running; nil when it runs.
  var defaultModelProblem: String? {
    models.first { $0.name == ModelCatalog.defaultDetector }?.problem
  }

  var table: [(name: String, value: String, meaning: String)] {
    var rows: [(name: String, value: String, meaning: String)] = [
      ("footfall", version, ""),
      ("processors", "\(processors)", cpu ?? ""),
      ("footage", footageProblem == nil ? "ready" : "-", footageProblem ?? "files can be read"),
      ("OpenCV", openCV, "engine opencv: always there"),
      ("OpenVINO", openVINO == nil ? "-" : "yes", openVINO ?? openVINOProblem ?? ""),
    ]
    rows.append(("AVX2", hasAVX2 ? "yes" : "-", "the instructions for precision int8 (fast)"))
    rows.append(("VNNI", hasVNNI ? "yes" : "-", "instructions that double the speed of int8"))
    rows.append(("bf16", hasBF16 ? "yes" : "-", "the instructions for precision bf16 (balanced)"))
    rows.append(("solver", solver == nil ? "-" : "yes", solver ?? solverProblem ?? ""))
    for model in models {
      rows.append((model.name, model.isReady ? "ready" : "-", model.problem ?? model.reason))
    }
    return rows + (store?.table ?? [])
  }
}
