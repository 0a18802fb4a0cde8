import ArgumentParser
import FootfallPipeline
import FootfallStore

struct RecomputeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recompute",
    abstract: "Count again with edited lines and zones, without the footage.",
    discussion: """
      analyze --db keeps where people stood, to half a pixel. From that, crossings, visits and minutes of every \
      recording are made anew as the scene file has them, and exports show the new ones. All recordings change at \
      once or, after an error or Ctrl-C, none. Recordings that were counted with the same lines and zones stay as \
      they are.

      Scenes of earlier results are kept; --history lists them.

      Example:
        footfall recompute --db footfall.db --scene store.yaml
      """)

  @Option(help: ArgumentHelp("The database.", valueName: "file"))
  var db: String

  @Option(help: ArgumentHelp("The scene file with the edited lines and zones.", valueName: "file"))
  var scene: String?

  @Option(
    help: ArgumentHelp(
      "This camera only; may be repeated. Without: all cameras of the scene, which must be those recorded.",
      valueName: "id"))
  var camera: [String] = []

  @Flag(
    help: "Count recordings again too whose lines and zones are the same: after an update of the program.")
  var all = false

  @Flag(help: "Change nothing, and list the scenes with which results were made, the latest last.")
  var history = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if history, scene != nil || !camera.isEmpty || all {
      throw ValidationError("--history changes nothing; leave out --scene, --camera and --all")
    }
    if !history, scene == nil { throw ValidationError("--scene is missing; or list scenes with --history") }
  }

  @OptionGroup var log: LogOptions

  func run() throws {
    guard let scene else { return try GeometryHistory(EventStore(path: db, access: .readOnly)).print(json) }
    Interrupt.install()
    let sceneFile = try SceneFile(contentsOfFile: scene)
    let user = EventStore.user(ofDatabaseAt: db)
    let database = try EventStore(path: db, access: .update)
    let summary: RecomputeSummary
    do {
      let plan = try RecomputePlan(database, scene: sceneFile, cameras: camera, takesAll: all, user: user)
      plan.warnings.forEach(Warning.print)
      summary = try RecomputeRun(database, plan: plan, logger: log.logger).run()
    } catch {
      // Whatever the store made of the interruption.
      if Interrupt.flag.isCancelled { throw AnalysisCancelled() }
      throw error
    }
    try database.close()
    if json {
      try StandardOutput.write(json: summary)
    } else {
      try StandardOutput.write(table: summary.rows)
    }
  }
}
