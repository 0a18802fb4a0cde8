import FootfallCore
import FootfallVision
import Testing

@Suite struct DetectorInputTests {
  private static func picture(_ width: Int, _ height: Int, _ value: UInt8) -> PixelBuffer {
    let buffer = PixelBuffer()
    buffer.resize(to: PixelSize(width: width, height: height))
    buffer.bytes.copyBytes(from: repeatElement(value, count: width * height * 3))
    return buffer
  }

  @Test func aPlainInputIsFilledWholly() throws {
    let input = DetectorInput(size: PixelSize(width: 8, height: 4), resize: .plain, padding: 114)
    try input.fill(from: Self.picture(20, 40, 7))
    #expect(input.contentSize == input.size)
    #expect((0..<96).allSatisfy { input.bytes[$0] == 7 })
  }

  @Test func aLetterboxedInputIsPaddedAtTheRightAndBottom() throws {
    let input = DetectorInput(size: PixelSize(width: 8, height: 8), resize: .letterbox, padding: 114)
    try input.fill(from: Self.picture(40, 20, 7))
    #expect(input.contentSize == PixelSize(width: 8, height: 4))
    #expect((0..<96).allSatisfy { input.bytes[$0] == 7 })
    #expect((96..<192).allSatisfy { input.bytes[$0] == 114 })
    // A picture of another shape leaves nothing behind of the one before.
    try input.fill(from: Self.picture(20, 40, 9))
    #expect(input.contentSize == PixelSize(width: 4, height: 8))
    #expect((0..<64).allSatisfy { input.bytes[$0 * 3] == ($0 % 8 < 4 ? 9 : 114) })
  }

  @Test func anEmptyPictureIsRefused() {
    let input = DetectorInput(size: PixelSize(width: 8, height: 8), resize: .letterbox, padding: 0)
    #expect(throws: VisionError.self) { try input.fill(from: PixelBuffer()) }
  }

  @Test func memoryIsAligned() {
    let input = DetectorInput(size: PixelSize(width: 7, height: 5), resize: .plain, padding: 0)
    #expect(Int(bitPattern: input.bytes.baseAddress) % 64 == 0)
  }
}
