import FootfallCore
import FootfallTestSupport
import FootfallVision
import Testing

/// Colours of dummies: coloured rectangles over a background of another colour.
@Suite struct AppearanceOfBoxesTests {
  private typealias Colour = (blue: UInt8, green: UInt8, red: UInt8)
  private let red: Colour = (30, 30, 200)
  private let blue: Colour = (200, 60, 20)
  private let green: Colour = (40, 180, 40)
  private let black: Colour = (20, 20, 20)
  private let white: Colour = (240, 240, 240)
  private let box = BoundingBox(x: 60, y: 30, width: 40, height: 100)

  /// A picture in which the box is filled with two colours, at `scale`.
  private func picture(
    upper: Colour, lower: Colour, background: Colour, scale: Double = 1
  ) -> PixelBuffer {
    let buffer = PixelBuffer()
    buffer.resize(to: PixelSize(width: Int(200 * scale), height: Int(160 * scale)))
    let box = box.scaled(x: scale, y: scale)
    for y in 0..<buffer.size.height {
      for x in 0..<buffer.size.width {
        let isInside =
          (box.x..<box.maxX).contains(Double(x)) && (box.y..<box.maxY).contains(Double(y))
        let colour = !isInside ? background : Double(y) < box.center.y ? upper : lower
        let pixel = y * buffer.bytesPerRow + 3 * x
        (buffer.bytes[pixel], buffer.bytes[pixel + 1], buffer.bytes[pixel + 2]) = colour
      }
    }
    return buffer
  }

  private func similarity(_ one: Appearance?, _ other: Appearance?) throws -> Double {
    try #require(one).similarity(to: try #require(other))
  }

  @Test func theSameClothesAreTheSameAtAnySizeAndBeforeAnyWall() throws {
    let near = picture(upper: red, lower: black, background: green)
    for scale in [0.5, 1.5, 4] {
      let other = picture(upper: red, lower: black, background: white, scale: scale)
      let found = other.appearance(of: box.scaled(x: scale, y: scale))
      #expect(try similarity(near.appearance(of: box), found) > 0.99, "\(scale)")
    }
  }

  @Test func aDimmerLightChangesHuesLittle() throws {
    let day = picture(upper: red, lower: blue, background: white).appearance(of: box)
    let evening = picture(upper: (21, 21, 140), lower: (140, 42, 14), background: white).appearance(of: box)
    #expect(try similarity(day, evening) > 0.9)
  }

  @Test func otherClothesAreOtherColours() throws {
    let one = picture(upper: red, lower: black, background: green).appearance(of: box)
    let changed = picture(upper: black, lower: red, background: green).appearance(of: box)
    #expect(try similarity(one, changed) < 0.3)
    let other = picture(upper: blue, lower: black, background: green).appearance(of: box)
    #expect((0.4...0.75).contains(try similarity(one, other)))
    let stranger = picture(upper: blue, lower: white, background: green).appearance(of: box)
    #expect(try similarity(one, stranger) < 0.3)
  }

  @Test(arguments: [
    BoundingBox(x: 60, y: 30, width: 11, height: 100), BoundingBox(x: 60, y: 30, width: 40, height: 23),
    BoundingBox(x: 195, y: 30, width: 40, height: 100), BoundingBox(x: 300, y: 300, width: 40, height: 100),
    BoundingBox(x: -100, y: -200, width: 40, height: 100),
  ])
  func ofTooFewPixelsNothingIsSaid(box: BoundingBox) {
    #expect(picture(upper: red, lower: black, background: green).appearance(of: box) == nil)
  }

  @Test func anEmptyPictureShowsNobody() {
    #expect(PixelBuffer().appearance(of: box) == nil)
  }

  @Test func anyBoxOfAnyPictureIsLookedAtSafely() throws {
    var generator = SeededGenerator(seed: 5)
    let buffer = PixelBuffer()
    for _ in 0..<500 {
      buffer.resize(
        to: PixelSize(
          width: .random(in: 1...60, using: &generator), height: .random(in: 1...60, using: &generator)))
      for index in buffer.bytes.indices { buffer.bytes[index] = .random(in: 0...255, using: &generator) }
      let box = BoundingBox(
        x: .random(in: -30...60, using: &generator), y: .random(in: -30...60, using: &generator),
        width: .random(in: 0...120, using: &generator), height: .random(in: 0...120, using: &generator))
      guard let found = buffer.appearance(of: box) else { continue }
      for half in 0..<2 {
        let sum = (0..<Appearance.colours).reduce(0) {
          $0 + Int(found.shares[half * Appearance.colours + $1])
        }
        #expect((247...263).contains(sum), "seed 5")
      }
    }
  }
}
