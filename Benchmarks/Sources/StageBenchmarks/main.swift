// One benchmark a stage of the pipeline; an iteration is one frame, or one run where a stage works once a run.
// Arguments: those of swift-benchmark.
//
// Footage comes from FOOTFALL_BENCH_VIDEO, models from FOOTFALL_MODELS; FOOTFALL_BENCH_FOLDER is a folder for files that
// nobody needs afterwards, with a 1080p Motion JPEG film.avi in it. scripts/bench sets all three.
import Benchmark
import Foundation

let environment = ProcessInfo.processInfo.environment
guard let video = environment["FOOTFALL_BENCH_VIDEO"], let folder = environment["FOOTFALL_BENCH_FOLDER"]
else {
  FileHandle.standardError.write(
    Data("bench: FOOTFALL_BENCH_VIDEO or FOOTFALL_BENCH_FOLDER is not set; run scripts/bench\n".utf8))
  exit(64)
}

do {
  try registerFootageBenchmarks(video: video)
  try registerFilmBenchmarks(film: folder + "/film.avi")
  try registerInferenceBenchmarks(video: video)
  registerOutputBenchmarks()
  registerCrowdBenchmarks()
  #if canImport(FootfallMembers)
    try registerGalleryBenchmarks()
  #endif
  try registerResultBenchmarks(database: folder + "/bench.db")
} catch {
  FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
  exit(70)
}
Benchmark.main()
