import FootfallCore
import Foundation
import Testing

@testable import FootfallMembers

struct FaceAlignmentTests {
  private func moved(_ transform: (Point) -> Point) -> FaceLandmarks {
    let template = FaceLandmarks.template
    return FaceLandmarks(
      leftEye: transform(template.leftEye), rightEye: transform(template.rightEye),
      nose: transform(template.nose), leftMouth: transform(template.leftMouth),
      rightMouth: transform(template.rightMouth))
  }

  @Test("a face that was turned, scaled and shifted is brought back exactly", arguments: [0, 0.3, -1.2, 3.1])
  func similarity(angle: Double) {
    let (cosine, sine) = (2.5 * cos(angle), 2.5 * sin(angle))
    let transform: (Point) -> Point = {
      Point(cosine * $0.x - sine * $0.y + 40, sine * $0.x + cosine * $0.y - 7)
    }
    let alignment = FaceAlignment(of: moved(transform))
    for corner in [Point(0, 0), Point(111, 0), Point(56, 80), Point(0, 111)] {
      #expect((alignment.position(corner) - transform(corner)).length < 1e-9)
    }
    #expect(abs(alignment.scale - 2.5) < 1e-12)
  }

  @Test("among all similarities it leaves the least squares")
  func leastSquares() {
    let template = FaceLandmarks.template.points
    var face = moved { $0 * 1.7 }
    face.nose = face.nose + Point(9, -4)
    face.leftMouth = face.leftMouth + Point(-3, 5)
    let alignment = FaceAlignment(of: face)
    func error(_ map: (Point) -> Point) -> Double {
      zip(template, face.points).reduce(0) { sum, pair in
        let offset = map(pair.0) - pair.1
        return sum + offset.dot(offset)
      }
    }
    let best = error(alignment.position)
    for (scale, angle, x, y) in [(1.001, 0, 0, 0), (0.999, 0, 0, 0), (1, 0.001, 0, 0), (1, -0.001, 0, 0)]
      + [(1, 0, 0.01, 0), (1, 0, 0, -0.01)] as [(Double, Double, Double, Double)]
    {
      let worse = error { point in
        let place = alignment.position(point)
        return Point(
          scale * (place.x - angle * place.y) + x, scale * (place.y + angle * place.x) + y)
      }
      #expect(worse > best)
    }
  }

  @Test("the template itself is frontal, and a nose below an eye is turned")
  func pose() {
    #expect(abs(FaceLandmarks.template.turn) < 0.05)
    var turned = FaceLandmarks.template
    turned.nose.x = turned.rightEye.x
    #expect(abs(turned.turn - 0.5) < 0.01)
  }
}
