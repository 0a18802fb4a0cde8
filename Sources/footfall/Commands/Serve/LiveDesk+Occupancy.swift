import FootfallAnalytics
import FootfallExport
import FootfallStore
import FootfallWeb
import Logging
import Synchronization

extension LiveDesk {
  /// Estimates how many people are in the store, from what its doors have counted up to the last minute.
  func estimateOccupancy() {
    let scene = state.withLock(\.scene)
    do {
      let moment = try StoredOccupancy.now(database, scene, atMilliseconds: SystemTime.milliseconds())
      let occupancy = moment.map { StoreStatus.Occupancy($0) }
      state.withLock { $0.occupancy = occupancy }
    } catch {
      logger.error("people in the store can't be estimated", metadata: ["error": "\(error)"])
    }
  }
}

extension StoreStatus.Occupancy {
  init(_ moment: StoreOccupancy.Moment) {
    self.init(
      milliseconds: moment.endMilliseconds, mean: moment.people.mean, low: moment.people.low,
      high: moment.people.high, level: OccupancyEstimate.usualLevel)
  }
}
