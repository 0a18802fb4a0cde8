// Runs one stage on a made-up crowd for so many frames, to be counted by valgrind: scripts/bench instructions.
// usage: CrowdStageRunner track|lookahead|analyze|turnover PEOPLE FRAMES
//
// It links no library of pictures or networks: those use instructions that valgrind does not know.
import FootfallCrowd

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 3, let people = Int(arguments[2]), let frames = Int(arguments[3]) else {
  fatalError("usage: CrowdStageRunner track|lookahead|analyze|turnover PEOPLE FRAMES")
}

func run(_ stage: (some CrowdStage).Type) {
  var stage = stage.init(Crowd(people: people))
  for _ in 0..<frames { stage.step() }
}

switch arguments[1] {
case "track": run(TrackStage.self)
case "lookahead": run(LookaheadStage.self)
case "analyze": run(AnalyzeStage.self)
case "turnover": run(TurnoverStage.self)
default: fatalError("no stage '\(arguments[1])'")
}
