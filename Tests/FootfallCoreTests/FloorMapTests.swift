import FootfallCore
import FootfallTestSupport
import Testing

@Suite struct FloorMapTests {
  private static func camera(_ seed: UInt64) -> SyntheticCamera {
    var generator = SeededGenerator(seed: seed)
    return SyntheticCamera(
      position: Point(
        .random(in: -50...50, using: &generator), .random(in: -50...50, using: &generator)),
      heightMetres: .random(in: 3...8, using: &generator), pitch: .random(in: 15...75, using: &generator),
      pan: .random(in: -180...180, using: &generator),
      focalPixels: .random(in: 500...1000, using: &generator))
  }

  @Test(
    "Points of a camera whose geometry is known give its map, there and back",
    arguments: 1...20 as ClosedRange<UInt64>)
  func knownCamera(seed: UInt64) throws {
    let camera = Self.camera(seed)
    let pairs = camera.correspondences(every: 0.5, within: 15)
    try #require(pairs.count >= 12)
    var generator = SeededGenerator(seed: seed)
    let map = try #require(FloorMap(fitting: Array(pairs.shuffled(using: &generator).prefix(10))))
    for pair in pairs {
      let floor = try #require(map.floorPoint(of: pair.image))
      #expect((floor - pair.floor).length < 1e-6)
      let image = try #require(map.imagePoint(of: pair.floor))
      #expect((image - pair.image).length < 1e-6)
    }
    #expect(map.rmsMetres < 1e-7)
  }

  @Test(
    "The order of the points, and from where the plan is measured, make no difference",
    arguments: 1...10 as ClosedRange<UInt64>)
  func invariance(seed: UInt64) throws {
    let camera = Self.camera(seed)
    var generator = SeededGenerator(seed: seed)
    var pairs = camera.correspondences(every: 1.1, within: 12)
    for index in pairs.indices {
      pairs[index].image.x += .random(in: -2...2, using: &generator)
      pairs[index].image.y += .random(in: -2...2, using: &generator)
    }
    let map = try #require(FloorMap(fitting: pairs))
    let shift = Point(1234, -567)
    let moved = try #require(
      FloorMap(
        fitting: pairs.shuffled(using: &generator).map {
          Homography.Correspondence(image: $0.image, floor: $0.floor + shift)
        }))
    for pair in pairs {
      let (a, b) = (
        try #require(map.floorPoint(of: pair.image)), try #require(moved.floorPoint(of: pair.image))
      )
      #expect((a + shift - b).length < 1e-5)
    }
    #expect(abs(map.rmsMetres - moved.rmsMetres) < 1e-5)
  }

  // The calibration of the camera of PETS 2009 S2.L1, view 1, as its authors published it (Tsai's model with
  // kappa1 = 0.0051 and the principal point 60 pixels off the middle). Picture positions are rounded to whole
  // pixels, as somebody who clicks on them would write them.
  private static let pets: [(Double, Double, Double, Double)] = [
    (590, 401, -13, -13), (167, 399, -16, -7), (441, 260, -7, -7), (58, 250, -10, 2), (636, 162, 5, -7),
    (215, 198, -4, 2), (462, 149, 5, -1), (194, 149, 2, 8),
  ]
  private static let petsElsewhere: [(Double, Double, Double, Double)] = [
    (502.5, 317.8, -10, -10), (367.8, 297.1, -10, -7), (230.3, 233.0, -7, -1), (361.7, 184.9, -1, -1),
    (597.5, 180.8, 2, -7), (260.9, 153.7, 2, 5), (427.5, 129.4, 8, 2), (155.8, 319.2, -13, -4),
  ]

  /// Where cv2.findHomography of OpenCV 5.0 (method 0, which refines its solution) puts `petsElsewhere`.
  private static let byOpenCV = [
    Point(-9.990892, -10.006165), Point(-9.99033, -6.988717), Point(-6.978819, -0.953841),
    Point(-0.924288, -0.936622), Point(2.014085, -6.986325), Point(2.056488, 5.082924),
    Point(8.122885, 2.082306), Point(-12.988497, -3.978208),
  ]

  private static func pets(_ lens: LensDistortion? = nil) throws -> FloorMap {
    let pairs = pets.map { Homography.Correspondence(image: Point($0.0, $0.1), floor: Point($0.2, $0.3)) }
    return try #require(FloorMap(fitting: pairs, lens: lens))
  }

  @Test("Eight clicks on a picture 50 m deep give the map that its makers measured, to 15 cm")
  func petsCamera() throws {
    let map = try Self.pets()
    for place in Self.petsElsewhere {
      let floor = try #require(map.floorPoint(of: Point(place.0, place.1)))
      #expect((floor - Point(place.2, place.3)).length < 0.16, "\(place)")
    }
    // Axes of that plan: x to the right and y away, so that it is drawn upwards.
    #expect(!map.isHandedAsPicture)
  }

  @Test("The fit and its residual are those of OpenCV, but for its refinement")
  func openCV() throws {
    let map = try Self.pets()
    #expect(abs(map.rmsMetres / 0.05280330 - 1) < 0.002)
    #expect(abs((map.errorsMetres.max() ?? 0) / 0.08346657 - 1) < 0.02)
    for (place, expected) in zip(Self.petsElsewhere, Self.byOpenCV) {
      #expect(
        (try #require(map.floorPoint(of: Point(place.0, place.1))) - expected).length < 0.005, "\(place)")
    }
  }

  @Test("The lens of that camera explains most of what was left")
  func petsLens() throws {
    let lens = try LensDistortion(
      coefficients: [-0.157, 0, 0], unitPixels: 1185, size: PixelSize(width: 768, height: 576))
    let map = try Self.pets(lens)
    #expect(map.rmsMetres < 0.021)
    for place in Self.petsElsewhere {
      let floor = try #require(map.floorPoint(of: Point(place.0, place.1)))
      #expect((floor - Point(place.2, place.3)).length < 0.07, "\(place)")
    }
  }

  @Test("Nothing above the horizon is on the floor, whatever is asked")
  func horizon() throws {
    let camera = SyntheticCamera(pitch: 20)
    let map = try #require(FloorMap(fitting: camera.correspondences(every: 2, within: 20)))
    // The horizon of a level floor lies focal · tan(pitch) above the middle: 700 · tan 20° = 254.8.
    #expect(map.floorPoint(of: Point(640, 360 - 255)) == nil)
    #expect(map.floorPoint(of: Point(640, 360 - 254)) != nil)
    for y in [-1e9, -1e3, 0, 100, .infinity, -.infinity, .nan] {
      #expect(map.floorPoint(of: Point(640, y)) == nil)
    }
    #expect(map.imagePoint(of: Point(0, -30)) == nil)
    #expect(map.pixelsPerMetre(at: Point(0, -30)) == nil)
  }

  @Test("A metre takes as many pixels as the camera's geometry says")
  func resolution() throws {
    // Straight down from 5 m, a metre is focal / 5 pixels in every direction.
    let camera = SyntheticCamera(heightMetres: 5, pitch: 90, focalPixels: 1000)
    let map = try #require(FloorMap(fitting: camera.correspondences(every: 1, within: 5)))
    #expect(abs(try #require(map.pixelsPerMetre(at: Point(0.3, -0.4))) - 200) < 0.01)
    // On the optical axis at 30° a metre away takes f·sin² / h, a metre across f·sin / h (Hoiem and others, 2008).
    let slanted = SyntheticCamera(heightMetres: 5, pitch: 30, focalPixels: 1000)
    let view = try #require(FloorMap(fitting: slanted.correspondences(every: 1, within: 12)))
    let axis = Point(0, 5 / 0.577_350_269)
    #expect(abs(try #require(view.pixelsPerMetre(at: axis)) - 50) < 0.1)
  }

  @Test("A plan whose y grows towards the viewer is known as such")
  func hands() throws {
    let pairs = SyntheticCamera(pan: 130).correspondences(every: 1, within: 10)
    #expect(try #require(FloorMap(fitting: pairs)).isHandedAsPicture == false)
    let mirrored = pairs.map {
      Homography.Correspondence(image: $0.image, floor: Point($0.floor.x, -$0.floor.y))
    }
    #expect(try #require(FloorMap(fitting: mirrored)).isHandedAsPicture)
  }

  @Test(
    "Points that fix no map give none",
    arguments: [
      [(0, 0, 0, 0), (9, 0, 1, 0), (9, 9, 1, 1)],
      [(0, 0, 0, 0), (100, 0, 1, 0), (200, 0, 2, 0), (300, 0, 3, 0)],
      [(0, 0, 0, 0), (100, 0, 1, 0), (200, 0, 2, 0), (0, 100, 0, 1)],
      [(5, 5, 0, 0), (5, 5, 1, 0), (5, 5, 1, 1), (5, 5, 0, 1)],
      [(10, 10, 0, 0), (100, 10, 1, 1), (100, 100, 1, 0), (10, 100, 0, 1)],
    ] as [[(Double, Double, Double, Double)]])
  func degenerate(points: [(Double, Double, Double, Double)]) {
    let pairs = points.map { Homography.Correspondence(image: Point($0.0, $0.1), floor: Point($0.2, $0.3)) }
    #expect(FloorMap(fitting: pairs) == nil)
  }

  @Test("A bent picture is straightened before it is mapped", arguments: [-0.12, 0.08])
  func lens(k1: Double) throws {
    let camera = SyntheticCamera(pitch: 40)
    let lens = try LensDistortion(
      coefficients: [k1, 0.01, 0], unitPixels: camera.focalPixels, size: camera.size)
    let pairs = try camera.correspondences(every: 0.8, within: 9).map { pair in
      Homography.Correspondence(image: try #require(lens.bent(pair.image)), floor: pair.floor)
    }
    let map = try #require(FloorMap(fitting: pairs, lens: lens))
    #expect(map.rmsMetres < 1e-6)
    for pair in pairs {
      #expect((try #require(map.imagePoint(of: pair.floor)) - pair.image).length < 1e-6)
    }
    // What the lens does is no small matter: without it the floor is off.
    #expect(try #require(FloorMap(fitting: pairs)).rmsMetres > 0.02)
  }
}
