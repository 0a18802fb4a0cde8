/// A Matroska file of Motion JPEG frames with any time stamps, written by hand (RFC 9559).
public enum MatroskaFixture {
  /// Writes the frames; `size` is what the header says, `durationMilliseconds` likewise.
  public static func make(
    _ frames: [(milliseconds: Int, jpeg: [UInt8])], width: Int, height: Int, durationMilliseconds: Int? = nil
  ) -> [UInt8] {
    var info = element(0x2A_D7B1, number(1_000_000)) + element(0x4D80, Array("test".utf8))
    info += element(0x5741, Array("test".utf8))
    if let durationMilliseconds {
      info += element(0x4489, bigEndian(Double(durationMilliseconds).bitPattern))
    }
    let video = element(0xE0, element(0xB0, number(width)) + element(0xBA, number(height)))
    let track =
      element(0xD7, number(1)) + element(0x73C5, number(1)) + element(0x83, number(1))
      + element(0x9C, number(0)) + element(0x86, Array("V_MJPEG".utf8)) + video
    let clusters = frames.flatMap { frame in
      element(
        0x1F43_B675,
        element(0xE7, number(frame.milliseconds)) + element(0xA3, [0x81, 0, 0, 0x80] + frame.jpeg))
    }
    return header
      + element(
        0x1853_8067, element(0x1549_A966, info) + element(0x1654_AE6B, element(0xAE, track)) + clusters)
  }

  private static let header = element(
    0x1A45_DFA3,
    element(0x4286, number(1)) + element(0x42F7, number(1)) + element(0x42F2, number(4))
      + element(0x42F3, number(8)) + element(0x4282, Array("matroska".utf8)) + element(0x4287, number(4))
      + element(0x4285, number(2)))

  private static func element(_ id: UInt64, _ payload: [UInt8]) -> [UInt8] {
    // A size of eight bytes begins with a byte of 1.
    let size = [1] + bigEndian(UInt64(payload.count)).dropFirst()
    return bigEndian(id).drop { $0 == 0 } + size + payload
  }

  private static func number(_ value: Int) -> [UInt8] { bigEndian(UInt64(value)) }

  private static func bigEndian(_ value: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * $0)) }
  }
}
