import FootfallCore
import FootfallVision
import Testing

@Suite struct BackgroundModelTests {
  private let size = PixelSize(width: 160, height: 120)
  /// No part of the scene is as bright as a person.
  private let personLevel: UInt8 = 250

  /// A scene that grows brighter to the right, with a person in each of the boxes.
  private func frame(_ people: [BoundingBox]) -> PixelBuffer {
    PixelBuffer.make(size.width, size.height) { column, row in
      let isPerson = people.contains { box in
        Double(column) >= box.x && Double(column) < box.maxX && Double(row) >= box.y && Double(row) < box.maxY
      }
      return [UInt8](repeating: isPerson ? personLevel : UInt8(40 + column / 4), count: 3)
    }
  }

  private func background(
    _ count: Int, seen: (Int) -> [BoundingBox], told: ((Int) -> [BoundingBox])? = nil
  ) throws -> PixelBuffer {
    var model = BackgroundModel()
    for index in 0..<count {
      let people = seen(index)
      try model.add(
        frame(people), fullSize: size, people: told?(index) ?? people, at: MediaTime(seconds: Double(index)))
    }
    return try model.picture(fullSize: size)
  }

  private func brightest(_ picture: PixelBuffer) -> UInt8 { picture.bytes.max() ?? 0 }

  @Test func whoWalksThroughIsNotSeen() throws {
    let picture = try background(20) { [BoundingBox(x: Double($0) * 7, y: 30, width: 20, height: 60)] }
    #expect(picture.size == size)
    #expect(brightest(picture) <= 80)
    #expect(picture[80, 60] == [60, 60, 60])
  }

  @Test func whoNeverMovesIsNotSeenEither() throws {
    let still = BoundingBox(x: 60, y: 30, width: 24, height: 70)
    let picture = try background(20) { _ in [still] }
    #expect(brightest(picture) <= 80)
    // The surroundings go on smoothly where the person hid the scene.
    for column in stride(from: 62, through: 82, by: 4) {
      #expect(abs(picture[column, 60][0] - (40 + column / 4)) <= 8)
    }
  }

  @Test func whoTheDetectorMissedInHalfOfTheSamplesIsNotSeen() throws {
    let person = BoundingBox(x: 60, y: 30, width: 24, height: 70)
    let picture = try background(20, seen: { $0 % 2 == 0 ? [person] : [] }, told: { _ in [] })
    #expect(brightest(picture) <= 80)
  }

  @Test func armsBeyondTheBoxAreCovered() throws {
    let told = BoundingBox(x: 60, y: 30, width: 40, height: 60)
    let seen = BoundingBox(x: 55, y: 22, width: 50, height: 76)
    let picture = try background(20, seen: { _ in [seen] }, told: { _ in [told] })
    #expect(brightest(picture) <= 80)
  }

  @Test func aSceneFullOfPeopleIsGrey() throws {
    let everywhere = BoundingBox(x: 0, y: 0, width: 160, height: 120)
    let picture = try background(12) { _ in [everywhere] }
    #expect(picture.bytes.allSatisfy { $0 == 128 })
  }

  @Test func aBoxThatIsNoNumberHidesEverything() throws {
    let broken = BoundingBox(x: .nan, y: 0, width: .nan, height: .infinity)
    let picture = try background(12, seen: { _ in [] }, told: { _ in [broken] })
    #expect(picture.bytes.allSatisfy { $0 == 128 })
  }

  @Test(arguments: [0, 1, 4]) func fewerThanFiveSamplesGiveFlatGrey(count: Int) throws {
    let picture = try background(count) { _ in [] }
    #expect(picture.size == size)
    #expect(picture.bytes.allSatisfy { $0 == 128 })
  }

  @Test func boxesAreGivenInFullResolutionWhateverTheFramesScale() throws {
    var model = BackgroundModel()
    let person = BoundingBox(x: 60, y: 30, width: 24, height: 70)
    let full = BoundingBox(x: 240, y: 120, width: 96, height: 280)
    for index in 0..<10 {
      try model.add(
        frame([person]), fullSize: PixelSize(width: 640, height: 480), people: [full],
        at: MediaTime(seconds: Double(index)))
    }
    #expect(brightest(try model.picture(fullSize: PixelSize(width: 640, height: 480))) <= 80)
  }

  @Test func memoryIsBoundedAndSamplesSpreadOverTheWholeRecording() throws {
    var model = BackgroundModel()
    let picture = PixelBuffer.make(8, 8) { _, _ in [1, 2, 3] }
    var added = 0
    for tenth in 0..<36_000 {
      let time = MediaTime(seconds: Double(tenth) / 10)
      guard model.wantsSample(at: time) else { continue }
      added += 1
      try model.add(picture, fullSize: PixelSize(width: 8, height: 8), people: [], at: time)
      #expect(model.sampleCount <= BackgroundModel.capacity)
    }
    #expect(added < 200)
    #expect(model.sampleCount >= BackgroundModel.capacity / 2)
    #expect(try model.picture(fullSize: PixelSize(width: 8, height: 8))[4, 4] == [1, 2, 3])
  }

  @Test func widePicturesAreReducedTo960Pixels() throws {
    var model = BackgroundModel()
    let wide = PixelBuffer.make(1920, 16) { _, _ in [9, 9, 9] }
    for index in 0..<6 {
      try model.add(wide, fullSize: wide.size, people: [], at: MediaTime(seconds: Double(index)))
    }
    #expect(try model.picture(fullSize: wide.size).size == PixelSize(width: 960, height: 8))
  }
}
