internal import FootfallCore

/// Puts one person's path together, frame by frame, in bounded memory.
///
/// A place is kept when the feet have moved by `spacing` box heights or `interval` seconds have passed; when there are
/// too many, every second one goes and both are doubled.
struct PathBuilder: Sendable {
  private(set) var isConfirmed = false
  private(set) var lastSeen: MediaTime
  private let beginsInView: Bool
  private let parameters: AdviceParameters
  private let size: PixelSize
  private var knots: [WalkedPath.Knot] = []
  private var newest: WalkedPath.Knot
  private var spacing = 0.05
  private var interval = 0.5
  private var lastDetected: FrameStamp

  /// Begins a path.
  /// - Parameter beginsInView: whether the person came into view while the recording ran.
  init(
    _ snapshot: TrackSnapshot, at stamp: FrameStamp, size: PixelSize, beginsInView: Bool,
    parameters: AdviceParameters
  ) {
    self.beginsInView = beginsInView
    self.parameters = parameters
    self.size = size
    lastSeen = stamp.time
    lastDetected = stamp
    newest = Self.knot(snapshot, at: stamp, size: size, cutOffShare: parameters.cutOffShare)
    isConfirmed = snapshot.state == .confirmed
    knots.append(newest)
  }

  /// Goes on to where the person is now.
  mutating func add(_ snapshot: TrackSnapshot, at stamp: FrameStamp) {
    isConfirmed = isConfirmed || snapshot.state == .confirmed
    newest = Self.knot(snapshot, at: stamp, size: size, cutOffShare: parameters.cutOffShare)
    if snapshot.evidence == .observed { noteDetection(at: stamp) }
    lastSeen = stamp.time
    let last = knots[knots.count - 1]
    let isFar = (newest.foot - last.foot).length >= spacing * newest.height
    if isFar || newest.time.seconds - last.time.seconds >= interval || newest.isHidden { keep(newest) }
  }

  /// The whole path, once the person is gone.
  func finished(endsInView: Bool) -> WalkedPath {
    let all = knots[knots.count - 1].time < newest.time ? knots + [newest] : knots
    return WalkedPath(knots: all, beginsInView: beginsInView, endsInView: endsInView)
  }

  /// Who comes into sight again was hidden on the way, whatever was drawn in between.
  private mutating func noteDetection(at stamp: FrameStamp) {
    let unseen = stamp.time.seconds - lastDetected.time.seconds
    if unseen > parameters.hiddenSeconds, stamp.number > lastDetected.number + 1 {
      var index = knots.count - 1
      while index >= 0, knots[index].time > lastDetected.time {
        knots[index].isHidden = true
        index -= 1
      }
      newest.isHidden = true
    }
    lastDetected = stamp
  }

  private mutating func keep(_ knot: WalkedPath.Knot) {
    knots.append(knot)
    guard knots.count >= parameters.mostKnots else { return }
    spacing *= 2
    interval *= 2
    var thinned: [WalkedPath.Knot] = []
    for index in knots.indices where index % 2 == 0 {
      var kept = knots[index]
      if index > 0 {
        kept.isHidden = kept.isHidden || knots[index - 1].isHidden
        kept.isCutOff = kept.isCutOff || knots[index - 1].isCutOff
      }
      thinned.append(kept)
    }
    knots = thinned
  }

  private static func knot(
    _ snapshot: TrackSnapshot, at stamp: FrameStamp, size: PixelSize, cutOffShare: Double
  ) -> WalkedPath.Knot {
    let box = snapshot.box
    let marginX = Double(size.width) * cutOffShare
    let marginY = Double(size.height) * cutOffShare
    let isCutOff =
      box.maxY >= Double(size.height) - marginY || box.x <= marginX
      || box.maxX >= Double(size.width) - marginX
    return WalkedPath.Knot(
      foot: snapshot.footPoint, height: max(box.height, 1e-9), time: stamp.time, isCutOff: isCutOff,
      isHidden: false)
  }
}
