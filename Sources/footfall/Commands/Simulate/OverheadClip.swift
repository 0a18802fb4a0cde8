import FootfallCore
import FootfallExport
import FootfallLayout
import FootfallPipeline

/// A film of a made-up store from above, and where its people are in each picture.
struct OverheadClip {
  static let framesPerSecond = 10

  /// What there is to be counted in a clip.
  struct Truth: Encodable {
    let camera: String
    let start: String
    let seconds: Int
    let framesPerSecond = OverheadClip.framesPerSecond
    /// Those who are in a picture.
    let people: Int
    let entries: Int
    let exits: Int
    /// By zone: stays of which a part was filmed.
    let visitsOfZone: [Int]
  }

  let camera: SimulatedCamera
  /// The first moment, in seconds of the day.
  let begin: Double
  let seconds: Int

  private var frames: Int { seconds * Self.framesPerSecond }
  private var filmed: ClosedRange<Double> {
    begin...(begin + Double(frames - 1) / Double(Self.framesPerSecond))
  }

  /// Writes `simulated-clip.avi` and, as MOTChallenge has it, `simulated-clip-boxes.txt`.
  /// - Throws: an error of the encoder or the disk.
  func write(_ visits: [SimulatedVisit], to folder: OutputFolder) throws {
    var figures = [[OverheadPicture.Figure]](repeating: [], count: frames)
    for (number, visit) in visits.enumerated() { add(visit, number: number + 1, to: &figures) }
    let picture = OverheadPicture(camera)
    var film = MotionJPEGFile(size: camera.size, framesPerSecond: Self.framesPerSecond)
    let boxes = try folder.stream(named: "simulated-clip-boxes.txt")
    for (index, people) in figures.enumerated() {
      if Interrupt.flag.isCancelled { throw CommandError("interrupted", .interrupted) }
      film.append(try picture.jpeg(people))
      try boxes.append { text in
        for person in people {
          let snapshot = TrackSnapshot(
            track: TrackID(person.number), box: person.box, score: 1, state: .confirmed, evidence: .observed)
          MOTRowFormatter.append(snapshot, frame: index + 1, to: &text)
        }
      }
    }
    try folder.write(film.content, named: "simulated-clip.avi")
  }

  /// What there is to be counted.
  func truth(_ visits: [SimulatedVisit], zones: Int, start: String) -> Truth {
    let seen = visits.filter { $0.begin <= filmed.upperBound && $0.end >= filmed.lowerBound }
    return Truth(
      camera: camera.id, start: start, seconds: seconds, people: seen.count,
      entries: seen.count { filmed.contains($0.inStore.lowerBound) },
      exits: seen.count { filmed.contains($0.inStore.upperBound) },
      visitsOfZone: (0..<zones).map { zone in
        visits.reduce(0) { $0 + $1.stops.count { $0.zone == zone && $0.inside.overlaps(filmed) } }
      })
  }

  private func add(_ visit: SimulatedVisit, number: Int, to figures: inout [[OverheadPicture.Figure]]) {
    let rate = Double(Self.framesPerSecond)
    let first = max(((visit.begin - begin) * rate).rounded(.up), 0)
    guard Int(first) < frames, visit.end >= begin else { return }
    var (last, heading, walked): (Point?, Point, Double) = (nil, Point(1, 0), 0)
    var frame = Int(first)
    visit.positions(every: 1 / rate, from: begin + first / rate) { _, place in
      let step = last.map { place - $0 } ?? Point(0, 0)
      if step.length > 1e-6 { heading = Point(step.x, -step.y) * (1 / step.length) }
      walked += step.length
      last = place
      let foot = camera.pixel(of: place)
      defer { frame += 1 }
      guard frame < frames, foot.x >= 0, foot.x <= Double(camera.size.width) else { return }
      figures[frame].append(
        OverheadPicture.Figure(number: number, foot: foot, heading: heading, walkedMetres: walked))
    }
  }
}
