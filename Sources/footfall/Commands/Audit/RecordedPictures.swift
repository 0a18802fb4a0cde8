import Dispatch
import FootfallCore
import FootfallPipeline
import FootfallVision
import FootfallWeb

/// The pictures of a recording in any order, decoded with the reader and the time stamps of an analysis.
///
/// What lies further back than the pictures kept in memory is decoded anew from a key frame before it; in a recording that
/// can't be searched, from the beginning.
final class RecordedPictures: AuditPictures, @unchecked Sendable {
  // @unchecked: everything but `info` and `cancellation` is touched on `queue` alone.

  /// What the recording says about itself.
  let info: FootageInfo

  /// On the way to a later frame this many before it are kept too: they are asked for next, to go back or out of order.
  private static let run = 32
  /// Going on by more frames than this, a jump is tried.
  private static let farthestWalk = 250
  private static let quality = 85

  private let path: String
  private let queue = DispatchQueue(label: "footfall.audit")
  private let cancellation = CancellationFlag()
  private let buffer = PixelBuffer()
  private var reader: FootageReader
  /// The number of the frame grabbed last; 0 before the first.
  private var position = 0
  /// The times of the frames seen so far; frame 1 is the first.
  private var times: [MediaTime] = []
  private var isComplete = false
  /// Hash values of the pictures sent or kept so far, by number.
  private var looks: [Int: Int] = [:]
  private var shelf: PictureShelf

  /// Opens a recording.
  /// - Parameter bytes: the memory for pictures that are kept.
  /// - Throws: ``VisionError`` as ``FootageReader`` does, and for a live source.
  init(opening path: String, keeping bytes: Int = 96 << 20) throws {
    let reader = try FootageReader(opening: path)
    self.path = path
    self.reader = reader
    shelf = PictureShelf(bytes: bytes)
    info = reader.info
    if info.isLive {
      throw VisionError(
        .badData,
        "\(SourceAddress.withoutCredentials(path)): a live source has no end; an audit takes recordings")
    }
  }

  func picture(number: Int) async throws -> AuditPicture? {
    try await onQueue { try $0.find(number) }
  }

  func picture(at time: MediaTime) async throws -> AuditPicture? {
    try await onQueue { pictures in
      // Half a millisecond for times that were written with three digits.
      let moment = time + .microseconds(500)
      while !pictures.isComplete, pictures.times.last.map({ $0 <= moment }) ?? true {
        try pictures.learnNextTime(keepingFrom: moment - .seconds(2))
      }
      return try pictures.find(max(1, pictures.times.count { $0 <= moment }))
    }
  }

  func stop() { cancellation.cancel() }

  /// Decoding blocks, which Swift's cooperative threads must not.
  private func onQueue(
    _ work: @escaping @Sendable (RecordedPictures) throws -> AuditPicture?
  ) async throws -> AuditPicture? {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try work(self) }) }
    }
  }

  private func find(_ number: Int) throws -> AuditPicture? {
    if let kept = shelf[number] { return kept }
    if isComplete, number > times.count { return nil }
    if number <= position || number > position + Self.farthestWalk { try jump(towards: number) }
    while position < number {
      guard let time = try grab() else { return nil }
      if position > number - Self.run { try keep(time, isWanted: position == number) }
    }
    return shelf[number]
  }

  /// Goes to a frame not later than the first to be kept on the way to `number`, and as near to it as is known.
  private func jump(towards number: Int) throws {
    let nearest = min(number, times.count)
    let start = max(1, nearest - Self.run + 1)
    guard start > 1, number <= position || start > position else {
      if number <= position { try reopen() }
      return
    }
    // The first frame behind the jump tells by its time which one it is; in joined films times may stand twice, so it
    // has to look as it did before, too.
    guard try reader.seek(to: times[start - 1]), let time = try reader.grab(),
      let index = times.firstIndex(of: time), index < start, try reader.retrieve(into: buffer)
    else { return try reopen() }
    let jpeg = try buffer.jpeg(quality: Self.quality)
    guard looks[index + 1] == jpeg.hashValue else { return try reopen() }
    position = index + 1
    shelf.keep(AuditPicture(number: position, time: time, jpeg: jpeg))
  }

  private func reopen() throws {
    reader = try FootageReader(opening: path)
    position = 0
  }

  /// Moves on by one frame and learns its time; nil at the end.
  private func grab() throws -> MediaTime? {
    if cancellation.isCancelled { throw AnalysisCancelled() }
    guard let time = try reader.grab() else {
      isComplete = true
      return nil
    }
    position += 1
    if position > times.count { times.append(time) }
    return time
  }

  /// Moves on to the first frame whose time isn't known; keeps it where it is not before `start`.
  private func learnNextTime(keepingFrom start: MediaTime) throws {
    if position < times.count { try jump(towards: times.count + 1) }
    let known = times.count
    while times.count == known {
      guard let time = try grab() else { return }
      if time >= start { try keep(time, isWanted: false) }
    }
  }

  /// Puts the frame grabbed last on the shelf; one that can't be decoded is an error only where it is wanted.
  private func keep(_ time: MediaTime, isWanted: Bool) throws {
    guard shelf[position] == nil else { return }
    guard try reader.retrieve(into: buffer) else {
      if isWanted { throw VisionError(.badData, "frame \(position) cannot be decoded; go on to the next") }
      return
    }
    let jpeg = try buffer.jpeg(quality: Self.quality)
    looks[position] = jpeg.hashValue
    shelf.keep(AuditPicture(number: position, time: time, jpeg: jpeg))
  }
}
