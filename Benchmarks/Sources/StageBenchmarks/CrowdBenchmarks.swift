import Benchmark
import FootfallAnalytics
import FootfallCore
import FootfallCrowd

/// Tracking and analysis of made-up crowds.
func registerCrowdBenchmarks() {
  for people in [20, 500] {
    let crowd = Crowd(people: people)
    register(TrackStage.self, "track", crowd, people)
    register(LookaheadStage.self, "look ahead", crowd, people)
    register(AnalyzeStage.self, "analyze", crowd, people)

    var grid = HeatmapGrid(covering: crowd.size, cellPixels: crowd.size.width / 64)
    let feet = crowd.detections(inFrame: 1).map(\.box.footPoint)
    benchmark("heatmap, \(people) people") {
      for foot in feet { grid.add(0.1, at: foot) }
    }
  }
}

private func register(_ type: (some CrowdStage).Type, _ name: String, _ crowd: Crowd, _ people: Int) {
  var stage = type.init(crowd)
  benchmark("\(name), \(people) people") { stage.step() }
}
