internal import FootfallCore

/// CLEAR MOT (Bernardin and Stiefelhagen, EURASIP JIVP 2008), frame by frame, with the matching of TrackEval 1.3.0.
struct ClearScores {
  /// The least IoU of a match.
  static let threshold = 0.5

  private(set) var matches = 0
  private(set) var misses = 0
  private(set) var falsePositives = 0
  private(set) var identitySwitches = 0
  private var overlapSum = 0.0

  /// For each person, the track of the last match; -1 before the first.
  private var lastTrack: [Int]
  /// The same, but only where that match was in the last frame that had boxes on both sides.
  private var currentTrack: [Int]
  private var solver = AssignmentSolver()
  private var costs: [Double] = []
  private var columnOfRow: [Int] = []

  init(truthIDs: Int) {
    lastTrack = Array(repeating: -1, count: truthIDs)
    currentTrack = lastTrack
  }

  /// 1 - faults / true boxes.
  var accuracy: Double {
    Double(matches - falsePositives - identitySwitches) / Double(max(1, matches + misses))
  }

  /// The mean IoU of the matches.
  var precision: Double { overlapSum / Double(max(1, matches)) }

  /// Takes in the next frame.
  mutating func add(_ overlaps: FrameOverlaps) {
    if overlaps.truth.isEmpty || overlaps.result.isEmpty {
      falsePositives += overlaps.result.count
      misses += overlaps.truth.count
      return
    }
    assign(overlaps)
    for person in currentTrack.indices { currentTrack[person] = -1 }
    var found = 0
    for (row, person) in overlaps.truth.enumerated() where columnOfRow[row] >= 0 {
      let index = row * overlaps.result.count + columnOfRow[row]
      // A pair below the threshold has a cost of 0.
      if costs[index] >= -Double.ulpOfOne { continue }
      let track = overlaps.result[overlaps.result.startIndex + columnOfRow[row]]
      if lastTrack[person] >= 0 && lastTrack[person] != track { identitySwitches += 1 }
      lastTrack[person] = track
      currentTrack[person] = track
      overlapSum += overlaps.values[index]
      found += 1
    }
    matches += found
    misses += overlaps.truth.count - found
    falsePositives += overlaps.result.count - found
  }

  /// Pairs boxes so that as many people as possible keep their track, and the sum of IoU is largest among those.
  private mutating func assign(_ overlaps: FrameOverlaps) {
    costs.removeAll(keepingCapacity: true)
    for person in overlaps.truth {
      for track in overlaps.result {
        let overlap = overlaps.values[costs.count]
        let isKept = currentTrack[person] == track
        let isMatch = overlap >= Self.threshold - .ulpOfOne
        costs.append(isMatch ? -(overlap + (isKept ? 1000 : 0)) : 0)
      }
    }
    solver.solve(
      costs: costs, rows: overlaps.truth.count, columns: overlaps.result.count, into: &columnOfRow)
  }
}
