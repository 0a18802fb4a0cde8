// One benchmark a stage of the pipeline; an iteration is one frame. Arguments: those of swift-benchmark.
//
// Footage comes from FOOTFALL_BENCH_VIDEO, models from FOOTFALL_MODELS; scripts/bench sets both.
import Benchmark
import FootfallAnalytics
import FootfallCore
import FootfallTracking
import FootfallVision
import Foundation

let environment = ProcessInfo.processInfo.environment
guard let video = environment["FOOTFALL_BENCH_VIDEO"] else {
  FileHandle.standardError.write(Data("bench: FOOTFALL_BENCH_VIDEO is not set; run scripts/bench\n".utf8))
  exit(64)
}

registerVisionBenchmarks(video: video)
registerCrowdBenchmarks()
Benchmark.main()
