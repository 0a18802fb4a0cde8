/// What a short look at a camera has shown.
public struct CameraFinding: Hashable, Sendable, Encodable {
  /// The camera's id.
  public let id: String
  /// Why it can't be used; nil where it can.
  public internal(set) var problem: String?
  /// As FFmpeg names it: `h264`, `hevc`, `mjpeg`.
  public internal(set) var codec: String?
  /// Of its pictures, in pixels.
  public internal(set) var width: Int?
  /// Of its pictures, in pixels.
  public internal(set) var height: Int?
  /// What the stream says.
  public internal(set) var declaredFramesPerSecond: Double?
  /// What came.
  public internal(set) var deliveredFramesPerSecond: Double?
  /// By how many seconds the stream's time stamps go on in a second.
  public internal(set) var streamSecondsPerSecond: Double?

  init(id: String) { self.id = id }

  /// What somebody should look at; nil where nothing is odd.
  public var doubt: String? {
    if let rate = streamSecondsPerSecond, !(0.9...1.1).contains(rate) {
      return "its time stamps go on by \(Self.text(rate)) s a second"
    }
    if let declared = declaredFramesPerSecond, let delivered = deliveredFramesPerSecond,
      delivered < 0.8 * declared
    {
      return "fewer frames come than it says"
    }
    return nil
  }

  /// One line for a person.
  public var summary: String {
    let size = [width, height].compactMap(\.self).map(String.init).joined(separator: "x")
    let rates = [
      deliveredFramesPerSecond.map { "\(Self.text($0)) frames a second" },
      declaredFramesPerSecond.map { "declared \(Self.text($0))" },
    ]
    return ([codec, size] + rates + [doubt]).compactMap(\.self).joined(separator: ", ")
  }

  private static func text(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}
