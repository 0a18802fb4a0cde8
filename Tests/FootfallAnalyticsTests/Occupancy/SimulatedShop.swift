import FootfallAnalytics
import FootfallTestSupport
import Foundation

/// Days of a made-up shop, open from 9 to 20, of which everybody is known and the counters at the door are not right.
struct SimulatedShop {
  /// One day from midnight on, by the minute.
  struct Day {
    var steps: [OccupancyStep]
    /// The people inside at the end of each minute.
    var inside: [Int]

    /// The counted difference of all minutes up to each.
    var rawDifferences: [Int] {
      var sum = 0
      return steps.map { step in
        if case .counted(let entries, let exits, _) = step.flow { sum += entries - exits }
        return sum
      }
    }
  }

  static let openMinutes = 540..<1200
  /// Everybody has left by then.
  private static let lastExit = 1215

  var generator: SeededGenerator
  /// People a minute in the middle of the day.
  var peak = 2.0

  /// Draws a day.
  mutating func day(in entryErrors: CountErrors, out exitErrors: CountErrors) -> Day {
    var (entries, exits) = ([Int](repeating: 0, count: 1440), [Int](repeating: 0, count: 1440))
    for minute in Self.openMinutes {
      let time = Double(minute - 540) / 660
      for _ in 0..<poisson(peak * 4 * time * (1 - time)) {
        let stay = -25 * log(Double.random(in: 1e-9...1, using: &generator))
        entries[minute] += 1
        exits[min(minute + Int(stay.rounded(.up)), Self.lastExit)] += 1
      }
    }
    var people = 0
    let inside = zip(entries, exits).map { entered, left in
      people += entered - left
      return people
    }
    let steps = zip(entries, exits).map { entered, left in
      OccupancyStep(
        flow: .counted(
          entries: counted(entered, entryErrors), exits: counted(left, exitErrors), coverage: 1))
    }
    return Day(steps: steps, inside: inside)
  }

  /// What a counter makes of a true number: some are missed, and beside those counted there are spurious ones.
  private mutating func counted(_ people: Int, _ errors: CountErrors) -> Int {
    let found = (0..<people).count { _ in Double.random(in: 0..<1, using: &generator) >= errors.missed }
    return found + poisson(Double(found) * errors.spurious / (1 - errors.spurious))
  }

  /// Knuth's method, The Art of Computer Programming 2, section 3.4.1.
  private mutating func poisson(_ mean: Double) -> Int {
    var (count, product) = (0, Double.random(in: 0..<1, using: &generator))
    while product > exp(-mean) {
      count += 1
      product *= Double.random(in: 0..<1, using: &generator)
    }
    return count
  }
}
