import FootfallTracking
import FootfallVision

extension TrackerParameters {
  /// The parameters for a detector; the default ones where its recipe sets no thresholds.
  init(_ thresholds: DetectorRecipe.TrackerThresholds?) {
    guard let thresholds else {
      self.init()
      return
    }
    self.init(weakScore: thresholds.minimumScore, strongScore: thresholds.trackThreshold)
  }
}
