import FootfallAnalytics
import FootfallCore
import FootfallTestSupport

/// A picture of 640x480 in which people of 100 pixels walk, and what is said about lines and zones in it.
struct AdvisedView {
  var walks: [Walk]
  var lines: [CountingLine] = [Self.door]
  var zones: [Zone] = []
  var seconds = 40.0
  /// How far feet are moved at random, in pixels.
  var jitter = 1.0
  var parameters = AdviceParameters()
  /// By how much everything is enlarged.
  var scale = 1.0
  /// Whether left and right are exchanged.
  var isMirrored = false

  /// Down the middle.
  static let door = line(from: Point(320, 150), to: Point(320, 430))
  private static let size = PixelSize(width: 640, height: 480)

  static func line(from: Point, to: Point, isSwapped: Bool = false) -> CountingLine {
    CountingLine(
      id: "door", segment: Segment(from: from, to: to), kind: .entrance, isSwapped: isSwapped)
  }

  static func zone(x: ClosedRange<Double>, y: ClosedRange<Double>) -> Zone {
    Zone(
      id: "table",
      polygon: Polygon([
        Point(x.lowerBound, y.lowerBound), Point(x.upperBound, y.lowerBound),
        Point(x.upperBound, y.upperBound), Point(x.lowerBound, y.upperBound),
      ]))
  }

  /// So many people one after another, every other one the other way round; `corners` are given the number of each.
  static func people(
    _ count: Int = 12, every interval: Double = 2.5, hidden: Range<Double>? = nil,
    corners: (_ number: Int) -> [(seconds: Double, foot: Point)]
  ) -> [Walk] {
    (0..<count).map { number in
      let start = 1 + Double(number) * interval
      let own = corners(number)
      let length = own.map(\.seconds).max() ?? 0
      let walked =
        number % 2 == 0 ? own : own.reversed().map { (seconds: length - $0.seconds, foot: $0.foot) }
      return Walk(
        track: number + 1, corners: walked.map { (seconds: start + $0.seconds, foot: $0.foot) },
        hidden: hidden.map { [start + $0.lowerBound..<start + $0.upperBound] } ?? [])
    }
  }

  /// People who walk straight through the picture, between y 220 and 380.
  static func passing(_ count: Int = 12, hidden: Range<Double>? = nil) -> [Walk] {
    people(count, hidden: hidden) { number in
      let y = 220 + Double(number * 53 % 160)
      return [(0, Point(60, y)), (6, Point(580, y))]
    }
  }

  var size: PixelSize {
    PixelSize(width: Int(Double(Self.size.width) * scale), height: Int(Double(Self.size.height) * scale))
  }

  /// What is said; frames come at 10 Hz.
  func advice(seed: UInt64 = 1) -> CameraAdvice {
    var generator = SeededGenerator(seed: seed)
    var collector = PathCollector(size: size, parameters: parameters)
    for index in 0..<Int(seconds * 10) {
      let time = Double(index) / 10
      let tracks = walks.compactMap { walk in
        let offset = Point(
          .random(in: -jitter...jitter, using: &generator), .random(in: -jitter...jitter, using: &generator))
        return walk.snapshot(at: time, offset: offset).map(placed)
      }
      collector.observe(
        tracks,
        in: FrameStamp(number: index + 1, time: MediaTime(seconds: time), duration: .milliseconds(100)))
    }
    let scene = CameraScene(id: "camera", lines: lines.map(placed), zones: zones.map(placed))
    return CameraAdvice(scene: scene, paths: collector.finish())
  }

  /// What is found at the first line.
  func findings() -> [Finding] { advice().lines[0].findings }

  /// What is found in the first zone.
  func zoneFindings() -> [Finding] { advice().zones[0].findings }

  private func placed(_ point: Point) -> Point {
    Point(isMirrored ? Double(Self.size.width) - point.x : point.x, point.y) * scale
  }

  private func placed(_ snapshot: TrackSnapshot) -> TrackSnapshot {
    var placed = snapshot
    let box = snapshot.box
    let left = isMirrored ? Double(Self.size.width) - box.maxX : box.x
    placed.box = BoundingBox(
      x: left * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale)
    return placed
  }

  /// In a mirror the other side is on the right; with the ends exchanged, in stays in.
  private func placed(_ line: CountingLine) -> CountingLine {
    var line = line
    let (from, to) = (placed(line.segment.from), placed(line.segment.to))
    line.segment = isMirrored ? Segment(from: to, to: from) : Segment(from: from, to: to)
    return line
  }

  private func placed(_ zone: Zone) -> Zone {
    var zone = zone
    zone.polygon = Polygon(zone.polygon.vertices.map(placed))
    return zone
  }
}

extension [Finding] {
  /// The severity of a kind of finding; nil where it was not found.
  func severity(of kind: Finding.Kind) -> Finding.Severity? { first { $0.kind == kind }?.severity }
}

/// Views in which one thing is wrong with a line.
enum FlawedView: String, CaseIterable, Sendable {
  case tooNearEdge, outsideWalkedArea, oneSided, neverCrossed, flatAngle, alongside, feetCutOff, oftenHidden
  case tracksEnd, tooShort, lingering, notEnoughPeople

  /// What is wrong.
  var flaw: Finding.Kind { Finding.Kind(rawValue: rawValue) ?? .good }

  var view: AdvisedView {
    switch self {
    case .tooNearEdge:
      lined(AdvisedView.passing(), from: Point(100, 474), to: Point(540, 474))
    case .outsideWalkedArea:
      lined(AdvisedView.passing(), from: Point(320, 20), to: Point(320, 90))
    case .oneSided:
      AdvisedView(walks: turning { _ in 340 })
    case .neverCrossed:
      AdvisedView(walks: turning { $0 % 4 < 2 ? 340 : 300 })
    case .flatAngle:
      lined(
        AdvisedView.people { number in
          let y = Double(number * 7 % 20)
          return [(0, Point(60, 360 + y)), (6.5, Point(580, 220 + y))]
        }, from: Point(170, 300), to: Point(470, 300))
    case .alongside:
      lined(
        AdvisedView.people { number in
          let y = 293 + Double(number * 7 % 14)
          return [(0, Point(50, y)), (6.5, Point(590, y))]
        }, from: Point(170, 300), to: Point(470, 300))
    case .feetCutOff:
      lined(
        AdvisedView.people { _ in [(0, Point(100, 478)), (5, Point(540, 478))] }, from: Point(320, 300),
        to: Point(320, 479))
    case .oftenHidden:
      AdvisedView(walks: AdvisedView.passing(hidden: 2.3..<3.6))
    case .tracksEnd:
      AdvisedView(
        walks: AdvisedView.people { number in
          let y = 220 + Double(number * 53 % 160)
          return [(0, Point(100, y)), (3, Point(350, y))]
        })
    case .tooShort:
      lined(AdvisedView.passing(), from: Point(320, 200), to: Point(320, 300))
    case .lingering:
      AdvisedView(
        walks: AdvisedView.people { number in
          let y = 220 + Double(number * 53 % 160)
          return [(0, Point(100, y)), (2.5, Point(320, y)), (6, Point(320, y)), (8.5, Point(540, y))]
        })
    case .notEnoughPeople:
      AdvisedView(walks: AdvisedView.passing(3))
    }
  }

  private func lined(_ walks: [Walk], from: Point, to: Point) -> AdvisedView {
    AdvisedView(walks: walks, lines: [AdvisedView.line(from: from, to: to)])
  }

  /// People who come up to some x from the side that it is on, and go back.
  private func turning(at x: (Int) -> Double) -> [Walk] {
    AdvisedView.people { number in
      let y = 220 + Double(number * 53 % 160)
      let start = x(number) > 320 ? 540.0 : 100.0
      return [(0, Point(start, y)), (2.5, Point(x(number), y)), (5, Point(start, y))]
    }
  }
}
