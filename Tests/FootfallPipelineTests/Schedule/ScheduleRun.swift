import FootfallCore
import FootfallTracking
import FootfallVision

@testable import FootfallPipeline

/// What a schedule is shown, and what the tracker would say of it.
struct ScheduledFootage {
  /// When each frame is shown, in seconds.
  var times: [Double]
  /// The time between two frames that the container declares, in seconds.
  var nominalSeconds: Double
  var rate: DetectionRate
  /// Frames with which a new source begins.
  var seams: Set<Int> = []
  /// How many looks may have no answer.
  var requestCount = 2
  /// The grey of each frame's picture; by default every frame differs from those before it.
  var level: (Int) -> Int = { $0 * 53 % 256 }
  /// Whom the look at a frame shows.
  var people: (Int) -> [TrackMotion] = { _ in [] }

  /// Frames at a constant rate.
  static func steady(_ framesPerSecond: Double, seconds: Double = 8, _ rate: DetectionRate)
    -> ScheduledFootage
  {
    let times = (0..<Int(seconds * framesPerSecond)).map { Double($0) / framesPerSecond }
    return ScheduledFootage(times: times, nominalSeconds: 1 / framesPerSecond, rate: rate)
  }
}

/// Footage driven through the producer's rule and the schedule, as the pipeline does it.
struct ScheduleRun {
  static let size = PixelSize(width: 64, height: 48)

  struct Frame {
    var seconds: Double
    /// Whether the producer hands on the picture.
    var isCandidate = false
    /// What became of a candidate in the end.
    var decision = DetectionSchedule.Decision.pass
    /// How often the schedule wanted to wait for an answer first.
    var waits = 0

    var isLook: Bool { if case .look = decision { true } else { false } }
    var isWholeLook: Bool { decision == .look(nil) }
  }

  private let footage: ScheduledFootage
  private var schedule: DetectionSchedule
  private var lastPicture: MediaTime?
  private var unanswered: [Int] = []
  private(set) var frames: [Frame] = []

  init(_ footage: ScheduledFootage) {
    self.footage = footage
    schedule = DetectionSchedule(rate: footage.rate, fullSize: Self.size)
  }

  /// All frames of the footage.
  static func frames(of footage: ScheduledFootage) throws -> [Frame] {
    var run = ScheduleRun(footage)
    while try run.step() {}
    return run.frames
  }

  /// Decides about one more frame.
  /// - Returns: false at the end.
  mutating func step() throws -> Bool {
    let index = frames.count
    guard index < footage.times.count else { return false }
    let time = MediaTime(seconds: footage.times[index])
    var frame = Frame(seconds: footage.times[index])
    while unanswered.count == footage.requestCount { answer() }
    frame.isCandidate = isPicture(index, time)
    if frame.isCandidate {
      let cells = try MotionCells.grey(footage.level(index), size: Self.size)
      frame.decision = decide(index, time, cells)
      while frame.decision == .wait {
        frame.waits += 1
        answer()
        frame.decision = decide(index, time, cells)
      }
      if frame.isLook { unanswered.append(index) }
    }
    frames.append(frame)
    return true
  }

  private mutating func isPicture(_ index: Int, _ time: MediaTime) -> Bool {
    if let lastPicture, !footage.seams.contains(index),
      DetectionRate.mayPass(
        time, last: lastPicture, spacing: .seconds(footage.nominalSeconds),
        interval: footage.rate.shortestInterval)
    {
      return false
    }
    lastPicture = time
    return true
  }

  private mutating func decide(
    _ index: Int, _ time: MediaTime, _ cells: MotionCells
  ) -> DetectionSchedule.Decision {
    schedule.decide(
      at: time, isSeam: footage.seams.contains(index), cells: cells, contentSize: Self.size)
  }

  private mutating func answer() {
    schedule.adapt(to: footage.people(unanswered.removeFirst()))
  }
}

extension [ScheduleRun.Frame] {
  var candidates: [Double] { filter(\.isCandidate).map(\.seconds) }
  var looks: [Double] { filter(\.isLook).map(\.seconds) }
  var wholeLooks: [Double] { filter(\.isWholeLook).map(\.seconds) }
}

extension [Double] {
  /// The differences of neighbours.
  var gaps: [Double] { zip(dropFirst(), self).map { $0 - $1 } }
}

extension MotionCells {
  /// The cells of a picture of one grey level, with another level in one cell, and always a light one in the lower right
  /// corner, so that it is not blank.
  static func grey(
    _ level: Int, size: PixelSize, spot: (column: Int, row: Int, level: Int)? = nil
  ) throws -> MotionCells {
    let buffer = PixelBuffer()
    buffer.resize(to: size)
    for row in 0..<size.height {
      for column in 0..<size.width {
        let isSpot = spot.map { column / 8 == $0.column && row / 8 == $0.row } ?? false
        let isCorner = row / 8 == size.height / 8 - 1 && column / 8 == size.width / 8 - 1
        let value = UInt8(isCorner ? (level < 128 ? 250 : 5) : isSpot ? spot?.level ?? level : level)
        for channel in 0..<3 { buffer.bytes[(row * size.width + column) * 3 + channel] = value }
      }
    }
    let input = DetectorInput(size: size, resize: .plain, padding: 0)
    try input.fill(from: buffer)
    let cells = MotionCells()
    try cells.fill(from: input)
    return cells
  }
}

extension TrackMotion {
  /// A confirmed person who stands in sight, unless told otherwise; lengths in pixels.
  static func person(
    foot: Point = Point(32, 40), height: Double = 20, velocity: Point = Point(0, 0),
    state: TrackSnapshot.State = .confirmed, isInSight: Bool = true
  ) -> TrackMotion {
    TrackMotion(
      box: BoundingBox(x: foot.x - height / 5, y: foot.y - height, width: height * 0.4, height: height),
      velocity: velocity, state: state, isInSight: isInSight)
  }
}
