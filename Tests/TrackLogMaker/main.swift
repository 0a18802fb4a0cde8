// Makes up a database with the track log of many days, to measure recompute with, and prints the scene that goes with it.
// usage: TrackLogMaker FILE.db DAYS FRAMES_PER_SECOND > scene.yaml
import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 4, let days = Int(arguments[2]),
  let framesPerSecond = Int(arguments[3]), framesPerSecond % Shop.looksPerSecond == 0
else {
  fatalError("usage: TrackLogMaker FILE.db DAYS FRAMES_PER_SECOND; a multiple of \(Shop.looksPerSecond)")
}

let samples = try Shop.record(days: days, framesPerSecond: framesPerSecond, into: arguments[1])
FileHandle.standardError.write(Data("\(samples) positions in \(days) days\n".utf8))
print(Shop.sceneFile)
