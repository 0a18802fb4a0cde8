import FootfallCore
import FootfallLayout
import FootfallPipeline
import FootfallStore

/// How the people of a recording walked on the floor, by its track log.
struct StoredWalks {
  /// A position so often is enough: people take two steps a second.
  private static let milliseconds: Int64 = 200

  let database: EventStore
  let run: StoredRun
  let map: FloorMap
  let floor: TripFloor
  /// The time wanted, in milliseconds since 1970 UTC.
  let wanted: Range<Int64>
  /// Tracks of people who work here.
  let staff: Set<Int>

  /// The trips of visitors by track, as their positions on the floor tell them.
  /// - Parameters:
  ///   - density: is added to.
  ///   - day: the day of a moment in milliseconds since 1970 UTC.
  /// - Throws: ``CommandError`` after an interruption, or an error of the store.
  func trips(density: inout DensityMeter, day: @escaping (Int64) -> Int) throws -> [Int: Trip] {
    let box = TripsBox()
    var assembler = TrackAssembler(
      floor, density: density, day: { day(Int64(($0 * 1000).rounded())) },
      { track, trip in box.trips[track] = trip })
    // Held once only, so that adding to it copies nothing.
    density = DensityMeter()
    do {
      try add(to: &assembler)
    } catch {
      // Whatever the store made of the interruption.
      if Interrupt.flag.isCancelled { throw CommandError("interrupted", .interrupted) }
      throw error
    }
    assembler.finish()
    density = assembler.density
    return box.trips
  }

  private func add(to assembler: inout TrackAssembler) throws {
    var next = Int64.min
    try database.forEachTrackStretch(ofRun: run.id) { stretch in
      if Interrupt.flag.isCancelled { throw AnalysisCancelled() }
      for (index, frame) in stretch.frames.enumerated() {
        let time = run.recording.milliseconds(of: frame.time)
        guard time >= next, wanted.contains(time) else { continue }
        next = time + Self.milliseconds
        for person in stretch.people(inFrameAt: index) {
          guard let place = map.floorPoint(of: person.foot) else { continue }
          let number = person.track.number
          try assembler.add(
            number, TripPosition(seconds: Double(time) / 1000, place: place), isStaff: staff.contains(number))
        }
      }
    }
  }
}

/// Trips that a closure adds to.
private final class TripsBox {
  var trips: [Int: Trip] = [:]
}
