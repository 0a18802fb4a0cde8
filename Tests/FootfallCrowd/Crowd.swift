public import FootfallCore
internal import FootfallTestSupport

/// A made-up crowd in a hall, as a detector would see it, for measures of work: the same people walk the same ways on
/// every machine.
///
/// People walk straight on and turn at the walls. Boxes tremble, one in ten is missed, scores are drawn evenly, and one
/// false detection in fifty is among them, so that tracks are begun, lost and found again.
///
///     let crowd = Crowd(people: 20)
///     let detections = crowd.detections(inFrame: 1)
public struct Crowd: Sendable {
  /// The size of the picture: 768x576 for up to 20 people, 1920x1080 for more.
  public let size: PixelSize
  /// How long each frame lasts.
  public static let frameInterval = Duration.milliseconds(100)

  private let frames: [[Detection]]

  /// Makes up a crowd.
  /// - Parameters:
  ///   - people: how many there are.
  ///   - frames: how many frames are different; the film is then played backwards, and so on, so that nobody jumps.
  public init(people: Int, frames: Int = 300) {
    precondition(people > 0 && frames > 1, "a crowd has people and a film frames")
    let size = people <= 20 ? PixelSize(width: 768, height: 576) : PixelSize(width: 1920, height: 1080)
    var generator = SeededGenerator(seed: 11)
    var walkers = (0..<people).map { _ in Walker(in: size, using: &generator) }
    self.size = size
    self.frames = (0..<frames).map { _ in
      var found: [Detection] = []
      for index in walkers.indices {
        walkers[index].walk(in: size)
        if let detection = walkers[index].detection(using: &generator) { found.append(detection) }
        if Double.random(in: 0..<1, using: &generator) < 0.02 {
          found.append(Walker(in: size, using: &generator).seen(score: 0.3))
        }
      }
      return found
    }
  }

  /// Who is found in a frame.
  /// - Parameter number: from 1, without end.
  public func detections(inFrame number: Int) -> [Detection] {
    let turn = (number - 1) % (2 * frames.count - 2)
    return frames[turn < frames.count ? turn : 2 * frames.count - 2 - turn]
  }

  /// When a frame is shown.
  /// - Parameter number: from 1.
  public static func stamp(ofFrame number: Int) -> FrameStamp {
    FrameStamp(
      number: number, time: MediaTime(nanoseconds: Int64(number - 1) * frameInterval.wholeNanoseconds),
      duration: frameInterval)
  }
}

/// One person of the crowd.
private struct Walker {
  private static let height = 70.0
  private var foot: Point
  private var step: Point
  private let appearance: Appearance

  init(in size: PixelSize, using generator: inout SeededGenerator) {
    foot = Point(
      .random(in: 0..<Double(size.width), using: &generator),
      .random(in: Self.height..<Double(size.height), using: &generator))
    step = Point(.random(in: -6...6, using: &generator), .random(in: -3...3, using: &generator))
    // Each half of two colours, so that some are alike and some are not.
    var shares = SIMD32<UInt8>(repeating: 0)
    for half in 0..<2 {
      let colours = 0..<Appearance.colours
      shares[half * colours.count + .random(in: colours, using: &generator)] += 155
      shares[half * colours.count + .random(in: colours, using: &generator)] += 100
    }
    appearance = Appearance(shares: shares)
  }

  /// Moves on by a tenth of a second.
  mutating func walk(in size: PixelSize) {
    foot = foot + step
    if !(0..<Double(size.width)).contains(foot.x) { step = Point(-step.x, step.y) }
    if !(Self.height..<Double(size.height)).contains(foot.y) { step = Point(step.x, -step.y) }
  }

  func seen(score: Double, at offset: Point = Point(0, 0)) -> Detection {
    let box = Walk(corners: [], boxHeight: Self.height).box(at: foot + offset)
    return Detection(box: box, score: score, appearance: appearance)
  }

  func detection(using generator: inout SeededGenerator) -> Detection? {
    let offset = Point(.random(in: -2...2, using: &generator), .random(in: -2...2, using: &generator))
    let score = Double.random(in: 0.3...1, using: &generator)
    let isMissed = Double.random(in: 0..<1, using: &generator) < 0.1
    return isMissed ? nil : seen(score: score, at: offset)
  }
}
