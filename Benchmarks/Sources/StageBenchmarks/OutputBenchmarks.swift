import Benchmark
import FootfallCore
import FootfallRandomOutput
import FootfallVision

/// Reading the networks' raw outputs, and suppressing boxes of the same person.
func registerOutputBenchmarks() {
  for (name, output) in [
    ("yolov3-tiny", RandomOutput.yolov3(seed: 3)), ("yolox-nano", RandomOutput.yolox(seed: 4)),
  ] {
    var detections: [Detection] = []
    benchmark("decode boxes, \(name)") {
      detections.removeAll(keepingCapacity: true)
      output.decode(into: &detections)
    }
  }
  var found: [Detection] = []
  RandomOutput.yolov3(seed: 3).decode(into: &found)
  var kept = found
  benchmark("suppress, \(found.count) boxes") {
    kept.removeAll(keepingCapacity: true)
    kept.append(contentsOf: found)
    NonMaximumSuppression.suppress(&kept, threshold: 0.5)
  }
}
