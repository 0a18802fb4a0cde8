import FootfallCore
import FootfallTestSupport
import Testing

@Suite struct LensDistortionTests {
  private static let size = PixelSize(width: 1280, height: 720)

  @Test(
    "Straightening undoes bending, everywhere in the picture",
    arguments: [[-0.2, 0, 0], [0.3, 0, 0], [-0.3, 0.12, -0.02], [0.05, -0.02, 0.01], [0, 0, 0]])
  func roundTrip(coefficients: [Double]) throws {
    let lens = try LensDistortion(coefficients: coefficients, unitPixels: 1000, size: Self.size)
    for x in stride(from: 0.0, through: 1280, by: 64) {
      for y in stride(from: 0.0, through: 720, by: 45) {
        let straight = try #require(lens.straightened(Point(x, y)))
        #expect((try #require(lens.bent(straight)) - Point(x, y)).length < 1e-6)
      }
    }
    #expect(lens.straightened(Point(640, 360)) == Point(640, 360))
  }

  @Test("A point moves along the ray from the middle by Brown's polynomial")
  func formula() throws {
    let lens = try LensDistortion(coefficients: [-0.1, 0.02, 0], unitPixels: 500, size: Self.size)
    // r = 1: 1 - 0.1 + 0.02 = 0.92 of the way from (640, 360).
    let bent = try #require(lens.bent(Point(640 + 300, 360 + 400)))
    #expect((bent - Point(640 + 276, 360 + 368)).length < 1e-9)
  }

  // cv2.projectPoints of OpenCV 5.0 with that camera matrix and (k1, k2, p1, p2, k3) = (-0.3, 0.12, 0, 0, -0.02).
  @Test("With the focal length as the unit, coefficients are those of OpenCV")
  func openCV() throws {
    let lens = try LensDistortion(coefficients: [-0.3, 0.12, -0.02], unitPixels: 800, size: Self.size)
    for (straight, bent) in [
      (Point(-80, -40), Point(69.0315904, 42.795328)), (Point(960, 600), Point(938.3, 583.725)),
      (Point(1200, 80), Point(1119.736928125, 120.1315359375)),
    ] {
      #expect((try #require(lens.bent(straight)) - bent).length < 1e-5)
      #expect((try #require(lens.straightened(bent)) - straight).length < 1e-5)
    }
  }

  @Test("A lens that folds the picture over is refused, with where it does")
  func folding() throws {
    // r - 0.5 r³ is largest at r = sqrt(2/3), where it is 0.5443: 435.5 of 800 pixels; corners are at 734.
    #expect(throws: LensDistortion.Defect.self) {
      try LensDistortion(coefficients: [-0.5, 0, 0], unitPixels: 800, size: Self.size)
    }
    do throws(LensDistortion.Defect) {
      _ = try LensDistortion(coefficients: [-0.5, 0, 0], unitPixels: 800, size: Self.size)
    } catch {
      guard case .folds(let pixels) = error else { return }
      #expect(abs(pixels - 435.5) < 2)
    }
  }

  @Test("Beyond where a lens folds, outside the picture, nothing is seen")
  func beyond() throws {
    // Folds at 0.861 of 900 pixels, just outside the corners at 734.
    let lens = try LensDistortion(coefficients: [-0.2, 0, 0], unitPixels: 900, size: Self.size)
    #expect(lens.straightened(Point(0, 0)) != nil)
    #expect(lens.straightened(Point(-1280, -720)) == nil)
    #expect(lens.straightened(Point(.nan, 0)) == nil)
    #expect(lens.straightened(Point(.infinity, 0)) == nil)
  }
}
