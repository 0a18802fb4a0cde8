import ArgumentParser

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Compares results with the truth.",
    discussion: """
      Truth and results of tracks and detections are text files in the form of MOTChallenge: a box a line, \
      frame,id,x,y,width,height,score,-1,-1,-1, frames from 1.

      Example:
        footfall evaluate tracks --truth gt.txt --result out/tracks-door.txt
      """,
    subcommands: [
      EvaluateTracksCommand.self, EvaluateDetectionsCommand.self, EvaluateCountsCommand.self,
    ] + MemberCommands.ofEvaluate)
}
