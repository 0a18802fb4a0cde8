import CFootfallVision
import FootfallCore
import FootfallTestSupport
import Testing

@testable import FootfallVision

@Suite struct MotionCellsTests {
  private static let size = PixelSize(width: 96, height: 64)

  private static func cells(
    of picture: PixelBuffer, size: PixelSize = size, resize: DetectorRecipe.Normalisation.Resize = .plain
  ) throws -> MotionCells {
    let input = DetectorInput(size: size, resize: resize, padding: 114)
    try input.fill(from: picture)
    let cells = MotionCells()
    try cells.fill(from: input)
    return cells
  }

  private static func noise(
    _ size: PixelSize = size, around levels: Range<Int> = 20..<230, seed: UInt64
  ) -> PixelBuffer {
    var generator = SeededGenerator(seed: seed)
    return .make(size.width, size.height) { _, _ in
      (0..<3).map { _ in UInt8(Int.random(in: levels, using: &generator)) }
    }
  }

  @Test func aPictureHasNotChangedSinceItself() throws {
    let cells = try Self.cells(of: Self.noise(seed: 1))
    #expect(cells.change(since: cells) == nil)
    #expect(try cells.change(since: Self.cells(of: Self.noise(seed: 1))) == nil)
  }

  @Test(arguments: [5, 6, 7] as [UInt64])
  func aPictureOfOneShadeShowsNothingHoweverNoisy(seed: UInt64) throws {
    #expect(try Self.cells(of: Self.noise(around: 12..<20, seed: seed)).isBlank)
    #expect(try !Self.cells(of: Self.noise(seed: seed)).isBlank)
    // A lamp that shines into one cell.
    let lamp = PixelBuffer.make(Self.size.width, Self.size.height) { column, row in
      [UInt8](repeating: column < 8 && row < 8 ? 40 : 16, count: 3)
    }
    #expect(try !Self.cells(of: lamp).isBlank)
    #expect(!MotionCells().isBlank)
  }

  @Test(arguments: [2, 3, 4] as [UInt64])
  func noiseOfTwoLevelsIsNoChange(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let picture = Self.noise(seed: seed)
    let noisy = PixelBuffer.make(Self.size.width, Self.size.height) { column, row in
      picture[column, row].map { UInt8($0 + .random(in: -2...2, using: &generator)) }
    }
    #expect(try Self.cells(of: noisy).change(since: Self.cells(of: picture)) == nil, "seed \(seed)")
  }

  @Test(arguments: [(6, false), (-6, false), (7, true), (-7, true)])
  func aCellChangesWithMoreThanSixLevels(step: Int, isChange: Bool) throws {
    let grey = PixelBuffer.make(96, 64) { _, _ in [90, 90, 90] }
    let other = PixelBuffer.make(96, 64) { _, _ in [UInt8](repeating: UInt8(90 + step), count: 3) }
    #expect((try Self.cells(of: other).change(since: Self.cells(of: grey)) != nil) == isChange)
  }

  @Test func aChangedCellIsFoundWhereItLies() throws {
    let grey = try Self.cells(of: .make(96, 64) { _, _ in [90, 90, 90] })
    for row in 0..<8 {
      for column in 0..<12 {
        let spot = PixelBuffer.make(96, 64) { x, y in
          [UInt8](repeating: x / 8 == column && y / 8 == row ? 140 : 90, count: 3)
        }
        let change = try Self.cells(of: spot).change(since: grey)
        let cell = BoundingBox(x: Double(column) * 8, y: Double(row) * 8, width: 8, height: 8)
        #expect(change == cell, "column \(column), row \(row)")
      }
    }
  }

  @Test(arguments: [5, 6, 7] as [UInt64])
  func theBoxIsTheSmallestAroundAllChangedCells(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let grey = try Self.cells(of: .make(96, 64) { _, _ in [90, 90, 90] })
    for _ in 0..<20 {
      let spots = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        (column: Int.random(in: 0..<12, using: &generator), row: Int.random(in: 0..<8, using: &generator))
      }
      let picture = PixelBuffer.make(96, 64) { x, y in
        let isSpot = spots.contains { $0.column == x / 8 && $0.row == y / 8 }
        return [UInt8](repeating: isSpot ? 20 : 90, count: 3)
      }
      let change = try #require(try Self.cells(of: picture).change(since: grey))
      let (columns, rows) = (spots.map(\.column), spots.map(\.row))
      #expect(change.x == Double(columns.reduce(12) { min($0, $1) } * 8), "seed \(seed)")
      #expect(change.maxX == Double(columns.reduce(0) { max($0, $1) } * 8 + 8), "seed \(seed)")
      #expect(change.y == Double(rows.reduce(8) { min($0, $1) } * 8), "seed \(seed)")
      #expect(change.maxY == Double(rows.reduce(0) { max($0, $1) } * 8 + 8), "seed \(seed)")
    }
  }

  @Test func theFirstPictureHasChangedAllOver() throws {
    let change = try Self.cells(of: Self.noise(seed: 8)).change(since: MotionCells())
    #expect(change == BoundingBox(x: 0, y: 0, width: 96, height: 64))
  }

  @Test func aPictureOfAnotherSizeHasChangedAllOver() throws {
    let small = PixelSize(width: 64, height: 96)
    let change = try Self.cells(of: Self.noise(small, seed: 9), size: small)
      .change(since: Self.cells(of: Self.noise(seed: 9)))
    #expect(change == BoundingBox(x: 0, y: 0, width: 64, height: 96))
  }

  @Test(arguments: [(7, 40), (40, 7), (1, 1), (7, 7)])
  func aPictureSmallerThanACellHasNone(width: Int, height: Int) throws {
    let size = PixelSize(width: width, height: height)
    let first = try Self.cells(of: Self.noise(size, seed: 10), size: size)
    #expect(try first.change(since: Self.cells(of: Self.noise(size, seed: 11), size: size)) == nil)
  }

  @Test func thePaddingOfALetterboxIsNoPartOfThePicture() throws {
    let wide = PixelSize(width: 96, height: 32)
    let square = PixelSize(width: 96, height: 96)
    let cells = try Self.cells(of: Self.noise(wide, seed: 12), size: square, resize: .letterbox)
    let change = cells.change(since: MotionCells())
    #expect(change == BoundingBox(x: 0, y: 0, width: 96, height: 32))
  }

  @Test func aCopyIsThePictureAsItWas() throws {
    let input = DetectorInput(size: Self.size, resize: .plain, padding: 0)
    let (cells, seen) = (MotionCells(), MotionCells())
    try input.fill(from: Self.noise(seed: 13))
    try cells.fill(from: input)
    seen.copy(cells)
    #expect(cells.change(since: seen) == nil)
    try input.fill(from: .make(96, 64) { _, _ in [0, 0, 0] })
    try cells.fill(from: input)
    #expect(cells.change(since: seen) != nil)
  }
}

/// The cells as C computes them, against plain Swift.
@Suite struct CellMeansTests {
  private static func means(
    _ bytes: inout [UInt8], _ width: Int, _ height: Int, _ bytesPerRow: Int, side: Int, count: Int
  ) -> (status: ff_status, means: [UInt8]) {
    var means = [UInt8](repeating: 0, count: max(count, 1))
    let status = bytes.withUnsafeMutableBufferPointer { bytes in
      var picture = ff_picture(
        pixels: bytes.baseAddress, width: Int32(width), height: Int32(height),
        bytes_per_row: Int64(bytesPerRow))
      return ff_cell_means(&picture, Int32(side), &means, Int32(count), nil)
    }
    return (status, Array(means.prefix(max(count, 0))))
  }

  /// The mean of all bytes of each cell, halves rounded up.
  private static func expected(
    _ bytes: [UInt8], _ width: Int, _ height: Int, _ bytesPerRow: Int, side: Int
  ) -> [UInt8] {
    (0..<height / side).flatMap { row in
      (0..<width / side).map { column in
        var sum = 0
        for y in row * side..<(row + 1) * side {
          for x in column * side * 3..<(column + 1) * side * 3 { sum += Int(bytes[y * bytesPerRow + x]) }
        }
        return UInt8((Double(sum) / Double(side * side * 3) + 0.5).rounded(.down))
      }
    }
  }

  @Test(arguments: 2...16)
  func eachIsTheMeanOfItsBytes(side: Int) {
    var generator = SeededGenerator(seed: UInt64(side))
    for (width, height, gap) in [(32, 32, 0), (97, 35, 0), (41, 67, 13), (16, 16, 1), (15, 40, 0)] {
      let bytesPerRow = width * 3 + gap
      for levels in [0...255, 255...255] as [ClosedRange<UInt8>] {
        var bytes = (0..<bytesPerRow * height).map { _ in UInt8.random(in: levels, using: &generator) }
        let count = (width / side) * (height / side)
        let answer = Self.means(&bytes, width, height, bytesPerRow, side: side, count: count)
        #expect(answer.status == FF_OK)
        #expect(
          answer.means == Self.expected(bytes, width, height, bytesPerRow, side: side),
          "seed \(side), \(width)x\(height)")
      }
    }
  }

  @Test func sidesAndCountsOutsideTheirRangeAreRefused() {
    var bytes = [UInt8](repeating: 9, count: 32 * 32 * 3)
    for (side, count) in [(1, 1024), (0, 1), (-8, 16), (17, 1), (8, 15), (8, 17), (8, 0), (8, -16)] {
      let answer = Self.means(&bytes, 32, 32, 96, side: side, count: count)
      #expect(answer.status == FF_BAD_ARGUMENT, "side \(side), count \(count)")
    }
  }

  @Test func whatIsNoPictureIsRefused() {
    var bytes = [UInt8](repeating: 9, count: 32 * 32 * 3)
    var means = [UInt8](repeating: 0, count: 16)
    for (width, height, bytesPerRow) in [(0, 32, 96), (32, 0, 96), (-32, 32, 96), (32, 32, 95)] {
      let answer = Self.means(&bytes, width, height, bytesPerRow, side: 8, count: 16)
      #expect(answer.status == FF_BAD_ARGUMENT, "\(width)x\(height), \(bytesPerRow) bytes a row")
    }
    #expect(ff_cell_means(nil, 8, &means, 16, nil) == FF_BAD_ARGUMENT)
    bytes.withUnsafeMutableBufferPointer { bytes in
      var picture = ff_picture(pixels: bytes.baseAddress, width: 32, height: 32, bytes_per_row: 96)
      #expect(ff_cell_means(&picture, 8, nil, 16, nil) == FF_BAD_ARGUMENT)
      picture.pixels = nil
      #expect(ff_cell_means(&picture, 8, &means, 16, nil) == FF_BAD_ARGUMENT)
    }
  }
}
