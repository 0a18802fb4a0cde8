internal import FootfallCore

// Who is believed to be a person, and for how long.

extension Tracker {
  /// Begins a track for each detection left over that scores so.
  mutating func begin(
    _ detections: [Detection], scoring scores: some RangeExpression<Double>, at time: MediaTime
  ) {
    for index in detections.indices where !isTaken[index] && scores.contains(detections[index].score) {
      tracks.append(
        Track(detection: detections[index], isClear: isClear[index], time: time, parameters))
    }
  }

  /// Numbers those who are no longer faint, and puts them behind all who have a number.
  mutating func numberNew() {
    var end = tracks.count
    var index = 0
    while index < end {
      guard tracks[index].id == nil, !tracks[index].isFaint else {
        index += 1
        continue
      }
      lastID += 1
      tracks[index].id = TrackID(lastID)
      tracks.append(tracks.remove(at: index))
      end -= 1
    }
  }

  /// Believes in people seen often enough: as somebody who was lost, or where strong detections say so as somebody new.
  mutating func confirm(at time: MediaTime) {
    // Who was lost had a number before who is new was seen, so that removing from the end on leaves their places as they are.
    for index in tracks.indices.reversed() where isBelievable(tracks[index], at: time) {
      let new = tracks[index]
      let isSure = new.strongObservations >= parameters.confirmationObservations
      if isSure || !isPartOfSomebody(new.detected, at: time),
        let lost = lostTrack(continuedBy: new, at: time)
      {
        tracks[lost].carryOn(as: new)
        tracks.remove(at: index)
      } else if isSure {
        tracks[index].state = .confirmed
      }
    }
  }

  private func isBelievable(_ track: Track, at time: MediaTime) -> Bool {
    track.state == .tentative && track.lastSeen == time
      && track.observations >= parameters.confirmationObservations
      && time - track.firstSeen >= parameters.confirmationTime && !isThing(track)
  }

  /// Whether a box may show no more than a part of somebody who is in sight.
  private func isPartOfSomebody(_ box: BoundingBox, at time: MediaTime) -> Bool {
    let most = parameters.greatestFaintCover * box.area
    return tracks.contains {
      $0.state == .confirmed && $0.lastSeen == time && $0.detected.intersectionArea(box) > most
    }
  }

  /// The person lost within the picture whom somebody new who appeared within it continues best.
  private func lostTrack(continuedBy new: Track, at time: MediaTime) -> Int? {
    guard !isAtBorder(new.firstDetected) else { return nil }
    var best: (index: Int, distance: Double)?
    for (index, track) in tracks.enumerated() where !isAtBorder(track.detected) {
      guard let distance = track.distance(toContinuation: new, at: time, parameters),
        distance < best?.distance ?? .infinity
      else { continue }
      best = (index, distance)
    }
    return best?.index
  }

  func isAtBorder(_ box: BoundingBox) -> Bool { pictureSize?.hasAtBorder(box) ?? false }

  /// Ends the tracks whose patience ran out before this frame: nobody may find them again.
  mutating func retire(at time: MediaTime) {
    tracks.removeAll { [parameters] in time - $0.lastSeen > parameters.presence.lostPatience }
  }

  /// Ends the tracks of whom nothing was seen for too long to be believed, and of things.
  mutating func dropUnbelievable(at time: MediaTime) {
    tracks.removeAll { [parameters] in
      $0.state == .tentative
        && (time - $0.lastSeen > parameters.tentativePatience
          || time - $0.lastStrong > parameters.tentativeWeakPatience)
    }
    for index in tracks.indices.reversed() where tracks[index].state == .confirmed && isThing(tracks[index]) {
      tracks.remove(at: index)
    }
  }

  /// Whether something is far too low for a person where it is, and has been since it was first seen, and has never
  /// moved.
  func isThing(_ track: Track) -> Bool {
    guard !track.hasWalked, heights.sightings >= parameters.heightSightings,
      let height = heights.height(atRow: track.detected.maxY)
    else { return false }
    return max(track.firstDetected.height, track.filter.box.height) < parameters.leastHeightShare * height
  }
}
