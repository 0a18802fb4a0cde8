internal import CFootfallVision
public import FootfallCore

/// Learns what a scene looks like without people: the temporal median of samples from which people are left out.
///
/// No person may ever be seen in its picture. Whatever lies in a person's box (widened by 15 % on each side) does not
/// count; a pixel seen free of people in fewer than half of the samples, or fewer than 3, or whose samples disagree, is
/// continued from its surroundings: who stands still and is missed now and then stays hidden. With
/// fewer than 5 samples in all there is no scene but a flat grey.
///
/// Memory is bounded for recordings of any length: at most 25 samples, at most 960 pixels wide. When they are full,
/// every second one is dropped and the spacing doubles.
public struct BackgroundModel: Sendable {
  /// How many samples are kept at most.
  public static let capacity = 25

  private static let greatestWidth = 960
  private static let fewestSamples = 5
  private static let fewestUnmasked = 3
  private static let margin = 0.15

  private struct Sample {
    let time: MediaTime
    /// Written once, before the sample is stored.
    let pixels: PixelBuffer
    /// In pixels of the sample, widened.
    let people: [BoundingBox]
  }

  private var samples: [Sample] = []
  private var spacing: Duration = .milliseconds(500)

  /// Creates a model that has seen nothing.
  public init() {}

  /// How many samples are held.
  public var sampleCount: Int { samples.count }

  /// Whether a frame at `time` is due to be added; cheap enough to ask for every frame.
  public func wantsSample(at time: MediaTime) -> Bool {
    guard let last = samples.last else { return true }
    return time - last.time >= spacing
  }

  /// Adds a look at the scene; does nothing where ``wantsSample(at:)`` is false.
  /// - Parameters:
  ///   - frame: the picture, at any scale; it is copied at a reduced size.
  ///   - fullSize: the resolution in whose pixels `people` are given.
  ///   - people: everyone who may be in the frame: every detection and every box between detections. Who is missing
  ///     here may become visible.
  ///   - time: when the frame is shown; greater than that of the samples before.
  public mutating func add(
    _ frame: PixelBuffer, fullSize: PixelSize, people: [BoundingBox], at time: MediaTime
  ) throws(VisionError) {
    guard wantsSample(at: time), fullSize.width > 0, fullSize.height > 0 else { return }
    let size = samples.first?.pixels.size ?? Self.sampleSize(frame.size)
    let pixels = PixelBuffer()
    pixels.resize(to: size)
    var from = frame.picture
    var to = pixels.picture
    try VisionError.check("the background of the scene") { ff_resize(&from, &to, $0) }
    let scaleX = Double(size.width) / Double(fullSize.width)
    let scaleY = Double(size.height) / Double(fullSize.height)
    let boxes = people.map { $0.enlarged(by: Self.margin).scaled(x: scaleX, y: scaleY) }
    samples.append(Sample(time: time, pixels: pixels, people: boxes))
    if samples.count == Self.capacity { thinOut() }
  }

  /// The scene without people, as far as the samples tell; at most 960 pixels wide.
  ///
  /// - Parameter fullSize: the resolution of the recording, for the shape of the grey picture that is given where
  ///   there are fewer than 5 samples.
  /// - Complexity: O(pixels) with 25 samples; about 50 ms for 960x720.
  public func picture(fullSize: PixelSize) throws(VisionError) -> PixelBuffer {
    let result = PixelBuffer()
    guard samples.count >= Self.fewestSamples else {
      result.resize(to: Self.sampleSize(fullSize))
      result.bytes.initializeMemory(as: UInt8.self, repeating: 128)
      return result
    }
    let fewest = Int32(max(Self.fewestUnmasked, (samples.count + 1) / 2))
    result.resize(to: samples[0].pixels.size)
    let plane = result.size.width * result.size.height
    var masks = [UInt8](repeating: 0, count: samples.count * plane)
    for (index, sample) in samples.enumerated() {
      Self.mask(sample.people, size: result.size, in: &masks[index * plane..<(index + 1) * plane])
    }
    var picture = result.picture
    try VisionError.check("the background of the scene") { error in
      masks.withUnsafeBufferPointer { masks in
        let looks = samples.enumerated().map { index, sample in
          ff_sample(picture: sample.pixels.picture, mask: masks.baseAddress?.advanced(by: index * plane))
        }
        return ff_background_estimate(looks, Int32(looks.count), fewest, &picture, error)
      }
    }
    return result
  }
}

extension BackgroundModel {
  /// Drops every second sample and waits twice as long between the next ones.
  private mutating func thinOut() {
    samples = samples.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    spacing *= 2
  }

  /// The size of samples of pictures of `size`: no wider than 960 pixels.
  private static func sampleSize(_ size: PixelSize) -> PixelSize {
    guard size.width > greatestWidth else {
      return PixelSize(width: max(size.width, 1), height: max(size.height, 1))
    }
    let height = Double(size.height) * Double(greatestWidth) / Double(size.width)
    return PixelSize(width: greatestWidth, height: max(1, Int(height.rounded())))
  }

  /// Sets a byte for every pixel inside any of the boxes.
  private static func mask(_ boxes: [BoundingBox], size: PixelSize, in mask: inout ArraySlice<UInt8>) {
    for box in boxes {
      let columns = pixels(from: box.x, to: box.maxX, limit: size.width)
      for row in pixels(from: box.y, to: box.maxY, limit: size.height) {
        let start = mask.startIndex + row * size.width
        for column in columns { mask[start + column] = 1 }
      }
    }
  }

  /// All pixels that an interval touches; everything where the interval is not a number.
  private static func pixels(from start: Double, to end: Double, limit: Int) -> Range<Int> {
    guard start.isFinite, end.isFinite else { return 0..<limit }
    let first = Int(min(max(start.rounded(.down), 0), Double(limit)))
    let last = Int(min(max(end.rounded(.up), 0), Double(limit)))
    return first..<max(first, last)
  }
}
