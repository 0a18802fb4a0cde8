import FootfallCore
import FootfallTestSupport
import FootfallVision
import Testing

@Suite struct JPEGTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func decode(_ bytes: [UInt8], minimum: PixelSize? = nil) throws -> (PixelBuffer, FootageReader) {
    let reader = try FootageReader(
      opening: try folder.write(bytes, to: "picture.jpg"), minimumDecodedSize: minimum)
    let buffer = PixelBuffer()
    #expect(try reader.read(into: buffer) == .zero)
    #expect(try reader.read(into: buffer) == nil)
    return (buffer, reader)
  }

  @Test(arguments: [
    (label: "grey", components: 1, levels: [77], bgr: [77, 77, 77]),
    (label: "colour, pure luma", components: 3, levels: [150, 128, 128], bgr: [150, 150, 150]),
    // ITU-T T.871: R = Y + 1.402 (Cr - 128), G = Y - 0.344 (Cb - 128) - 0.714 (Cr - 128), B = Y + 1.772 (Cb - 128).
    (label: "colour, red", components: 3, levels: [76, 85, 255], bgr: [0, 0, 254]),
    // Adobe's inverted CMYK: channel = ink * black / 255.
    (label: "CMYK", components: 4, levels: [200, 100, 50, 255], bgr: [50, 100, 200]),
    (label: "CMYK, half black", components: 4, levels: [200, 100, 50, 128], bgr: [25, 50, 100]),
  ])
  func everyColourSpaceBecomesBGR(label: String, components: Int, levels: [Int], bgr: [Int]) throws {
    let (picture, reader) = try decode(
      JPEGFixture.make(width: 24, height: 16, components: components) { _, _ in levels })
    #expect(reader.damages == 0)
    for (channel, expected) in zip(picture[5, 5], bgr) { #expect(abs(channel - expected) <= 1, "\(label)") }
  }

  @Test(arguments: [1, 2, 3, 7, 8, 9, 15, 17, 33, 64])
  func picturesOfAnySizeDecodeAtEveryScale(side: Int) throws {
    let bytes = JPEGFixture.grey(width: side, height: side + 3, level: 90)
    for (denominator, minimum) in [(1, side), (2, (side + 1) / 2), (4, (side + 3) / 4), (8, (side + 7) / 8)] {
      let (picture, reader) = try decode(bytes, minimum: PixelSize(width: minimum, height: 1))
      #expect(reader.info.size == PixelSize(width: side, height: side + 3))
      #expect(picture.size == reader.info.decodedSize)
      #expect(picture.size.width >= minimum)
      #expect(picture.size.width <= (side + denominator - 1) / denominator)
      #expect(picture.bytes.allSatisfy { $0 == 90 })
    }
  }

  @Test func theScaleIsTheSmallestThatIsLargeEnoughBothWays() throws {
    let bytes = JPEGFixture.grey(width: 1920, height: 1080, level: 50)
    for (minimum, expected) in [
      ((608, 342), (960, 540)), ((480, 270), (480, 270)), ((481, 10), (960, 540)), ((10, 271), (960, 540)),
      ((2000, 10), (1920, 1080)), ((1, 1), (240, 135)),
    ] {
      let (picture, _) = try decode(bytes, minimum: PixelSize(width: minimum.0, height: minimum.1))
      #expect(picture.size == PixelSize(width: expected.0, height: expected.1))
    }
  }

  @Test func aTruncatedPictureShowsWhatThereIsAndCountsAsDamaged() throws {
    let bytes = JPEGFixture.make(width: 64, height: 64, components: 1) { column, row in
      [40 + column * 9 + row * 10]
    }
    let (picture, reader) = try decode(Array(bytes.dropLast(40)))
    #expect(reader.damages == 1)
    #expect(picture[0, 0] == [40, 40, 40])
    #expect(picture[63, 7] == [103, 103, 103])
  }

  @Test(arguments: [(1, 1), (16, 16), (17, 33), (160, 90)])
  func whatIsEncodedDecodesToAlmostTheSame(width: Int, height: Int) throws {
    let original = PixelBuffer()
    original.resize(to: PixelSize(width: width, height: height))
    for row in 0..<height {
      for column in 0..<width {
        let at = row * original.bytesPerRow + column * 3
        // Slow ramps: what JPEG keeps well, and other in each channel.
        (original.bytes[at], original.bytes[at + 1]) = (UInt8(40 + row), UInt8(60 + column))
        original.bytes[at + 2] = UInt8(200 - row)
      }
    }
    let (fine, coarse) = (try original.jpeg(quality: 95), try original.jpeg(quality: 30))
    let (decoded, _) = try decode(fine)
    #expect(decoded.size == original.size)
    let errors = zip(decoded.bytes, original.bytes).map { abs(Int($0) - Int($1)) }
    #expect((errors.max() ?? 0) <= 8)
    #expect(coarse.count <= fine.count)
  }

  @Test func noiseAtFullQualityFitsTheBoundAndAnEmptyBufferIsRefused() throws {
    var random = SeededGenerator(seed: 7)
    let noise = PixelBuffer()
    noise.resize(to: PixelSize(width: 47, height: 31))
    for index in noise.bytes.indices { noise.bytes[index] = UInt8.random(in: 0...255, using: &random) }
    let (decoded, _) = try decode(try noise.jpeg(quality: 100))
    #expect(decoded.size == noise.size)
    #expect(throws: VisionError.self) { try PixelBuffer().jpeg(quality: 80) }
  }

  @Test func aPictureWithoutAFrameIsBadData() throws {
    let path = try folder.write([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xD9], to: "empty.jpg")
    let error = #expect(throws: VisionError.self) { try FootageReader(opening: path) }
    #expect(error?.kind == .badData)
    #expect(error?.description.hasPrefix(path) == true)
  }
}
