import FootfallCore
import FootfallTestSupport
import Testing

@testable import FootfallVision

@Suite struct InputWindowTests {
  private static let usual = [
    PixelSize(width: 608, height: 448), PixelSize(width: 416, height: 416),
    PixelSize(width: 416, height: 320),
    PixelSize(width: 64, height: 64), PixelSize(width: 640, height: 384),
  ]
  private static let odd = [
    PixelSize(width: 601, height: 447), PixelSize(width: 33, height: 31), PixelSize(width: 300, height: 300),
    PixelSize(width: 1, height: 1), PixelSize(width: 31, height: 1000), PixelSize(width: 65, height: 96),
  ]

  /// All of a length, or two to five sixths of it: the first multiple of 32 that is not smaller, but for a pixel.
  private static func lengths(_ length: Int) -> Set<Int> {
    Set(
      (2...6).compactMap { sixths in
        sixths == 6
          ? length : stride(from: 32, through: length, by: 32).first { ($0 + 1) * 6 > length * sixths }
      })
  }

  private static func check(_ box: BoundingBox, of size: PixelSize, _ comment: String) {
    let window = InputWindow(covering: box, of: size)
    let label = Comment(rawValue: "\(comment): \(box) in \(size) gives \(window)")
    #expect(window.x >= 0 && window.x + window.size.width <= size.width, label)
    #expect(window.y >= 0 && window.y + window.size.height <= size.height, label)
    #expect(window.x % 32 == 0 && window.y % 32 == 0, label)
    #expect(lengths(size.width).contains(window.size.width), label)
    #expect(lengths(size.height).contains(window.size.height), label)
    let inside = box.clipped(to: size)
    guard inside.width > 0, inside.height > 0 else { return }
    #expect(Double(window.x) <= inside.x && Double(window.x + window.size.width) >= inside.maxX, label)
    #expect(Double(window.y) <= inside.y && Double(window.y + window.size.height) >= inside.maxY, label)
  }

  @Test(arguments: [31, 32, 33] as [UInt64])
  func aWindowLiesInTheInputOnTheGridAndHoldsTheBox(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for size in Self.usual + Self.odd {
      for _ in 0..<400 {
        // Some of it outside, some of it all outside.
        let (width, height) = (Double(size.width), Double(size.height))
        let box = BoundingBox(
          x: .random(in: -width...1.5 * width, using: &generator),
          y: .random(in: -height...1.5 * height, using: &generator),
          width: .random(in: 0...width, using: &generator), height: .random(in: 0...height, using: &generator)
        )
        Self.check(box, of: size, "seed \(seed)")
      }
    }
  }

  @Test func boxesOfWholeCellsAndOnTheEdgesAreHeld() {
    for size in Self.usual {
      for x in stride(from: -32, through: size.width + 32, by: 32) {
        for width in [0, 1, 32, 64, 224, 304, 320, 608] {
          let box = BoundingBox(x: Double(x), y: 0, width: Double(width), height: Double(size.height))
          Self.check(box, of: size, "on the grid")
        }
      }
    }
  }

  @Test func aWindowIsNoLargerThanItHasToBe() {
    let size = PixelSize(width: 608, height: 448)
    for (span, expected) in [(200, 224), (300, 320), (330, 416), (417, 512), (513, 608)] {
      let box = BoundingBox(x: 0, y: 0, width: Double(span), height: 10)
      #expect(InputWindow(covering: box, of: size).size.width == expected)
    }
    for (span, expected) in [(150, 160), (200, 224), (225, 320), (321, 384), (385, 448)] {
      let box = BoundingBox(x: 0, y: 0, width: 10, height: Double(span))
      #expect(InputWindow(covering: box, of: size).size.height == expected)
    }
  }

  @Test(arguments: usual)
  func whatIsSmallNeedsLittleAndWhatIsLargeTheWhole(size: PixelSize) {
    let middle = BoundingBox(
      x: Double(size.width) / 2 + 1, y: Double(size.height) / 2 + 1, width: 2, height: 2)
    let least = InputWindow(covering: middle, of: size).size
    #expect(least.width <= size.width / 3 + 32 && least.height <= size.height / 3 + 32)
    let all = BoundingBox(x: 1, y: 1, width: Double(size.width) - 2, height: Double(size.height) - 2)
    #expect(InputWindow(covering: all, of: size) == InputWindow(x: 0, y: 0, size: size))
    let row = BoundingBox(x: 1, y: 1, width: Double(size.width) - 2, height: 2)
    let strip = InputWindow(covering: row, of: size).size
    #expect(strip.width == size.width && strip.height < size.height)
  }

  @Test func aBoxThatIsNoNumberNeedsTheWhole() {
    let size = PixelSize(width: 608, height: 448)
    let box = BoundingBox(x: .nan, y: .nan, width: .nan, height: .nan)
    #expect(InputWindow(covering: box, of: size).size == size)
  }

  @Test func aCopyOfAPartHoldsItsPixels() throws {
    let input = DetectorInput(size: PixelSize(width: 64, height: 64), resize: .plain, padding: 0)
    try input.fill(from: .make(64, 64) { column, row in [UInt8(column), UInt8(row), 200] })
    let part = PixelBuffer()
    input.copy(InputWindow(x: 32, y: 0, size: PixelSize(width: 32, height: 64)), into: part)
    #expect(part.size == PixelSize(width: 32, height: 64))
    for row in 0..<64 {
      for column in 0..<32 { #expect(part[column, row] == [column + 32, row, 200]) }
    }
  }
}
