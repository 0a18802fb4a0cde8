import ArgumentParser
import FootfallExport

struct StaffLearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Learn the colours of a uniform from a few marked people.",
    discussion: """
      FILE says at which moments where somebody stands who works here:

        version: 1
        staff:
          - {camera: door, seconds: 12.4, at: [310, 180]}

      with seconds since the first frame and a position on the person, in the units of the scene file; without camera \
      the only one is meant. Mark a few people, front and back. Everybody is followed through the recording, and the \
      colours of those marked are told from those of all others; a uniform that fits more than half of all people is \
      an error. What is written are shares of colours by camera, and no picture. Name the file in the scene file, \
      staffUniforms: FILE, and analyze leaves out whoever wears these colours.

      A SOURCE is what analyze takes.

      Example:
        footfall staff learn door.mp4 --scene store.yaml --marks marks.yaml --out uniforms.json
      """)

  @Argument(help: ArgumentHelp("Footage, or CAMERA=PATH.", valueName: "source"))
  var sources: [String] = []

  @Option(help: ArgumentHelp("The scene file.", valueName: "file"))
  var scene: String

  @Option(help: ArgumentHelp("Who works here, when and where.", valueName: "file"))
  var marks: String

  @Option(help: ArgumentHelp("Where the uniforms go.", valueName: "file"))
  var out: String

  @OptionGroup var detector: DetectorOptions

  @OptionGroup var given: DetectionsOption

  @OptionGroup var log: LogOptions

  func run() throws {
    Interrupt.install()
    let sceneFile = try SceneFile(contentsOfFile: scene)
    let assignments = try SourceAssignment.assignments(sources, scene: sceneFile)
    let file = try StaffMarks(contentsOfFile: marks, scene: sceneFile)
    let learned = try StaffLearnRun(command: self, scene: sceneFile, marks: file, assignments: assignments)
      .run()
    let document = StaffUniformDocument(learned, generatorVersion: Generator.version)
    try ResultFile.write(try document.encoded(), to: out)
    for (camera, examples) in learned {
      try StandardOutput.write([UInt8]((StaffLessonText.summary(of: examples, at: camera) + "\n").utf8))
    }
  }
}
