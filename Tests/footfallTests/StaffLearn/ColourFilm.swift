import FootfallCore
import FootfallTestSupport
import Foundation

/// A film of people in coloured clothes on grey ground, with their boxes and a scene.
struct ColourFilm {
  /// Luma and chroma of one colour (ITU-R BT.601).
  struct Colour {
    var luma: UInt8
    var blue: UInt8
    var red: UInt8

    static let red = Colour(luma: 81, blue: 90, red: 240)
    static let blue = Colour(luma: 41, blue: 240, red: 110)
    static let green = Colour(luma: 145, blue: 54, red: 34)
    static let black = Colour(luma: 20, blue: 128, red: 128)
    static let white = Colour(luma: 230, blue: 128, red: 128)
  }

  static let size = PixelSize(width: 320, height: 240)
  static let seconds = 20
  static let framesPerSecond = 5

  /// Who walks from left to right, in rows from the top: colours above and below.
  static let staff: (Colour, Colour) = (.red, .black)
  static let people = [
    staff, (.blue, .black), (.green, .white), staff, (.white, .blue), (.black, .green), (.black, .black),
  ]

  static let scene = """
    version: 1
    timezone: UTC
    cameras:
      - id: door
        lines:
          - {id: entrance, from: [160, 239], to: [160, 0], kind: entrance}

    """

  /// Where somebody's box is.
  static func box(of row: Int, at seconds: Double) -> BoundingBox {
    BoundingBox(x: 10 + 13 * seconds, y: 5 + 33 * Double(row), width: 16, height: 28)
  }

  /// A position on somebody.
  static func position(of row: Int, at seconds: Double) -> Point {
    let center = box(of: row, at: seconds).center
    return Point(center.x.rounded(), center.y.rounded())
  }

  /// The boxes as `--detections` wants them.
  static var detections: String {
    (0..<seconds * framesPerSecond).flatMap { frame in
      people.indices.map { row in
        let box = box(of: row, at: Double(frame) / Double(framesPerSecond))
        return "\(frame + 1),-1,\(box.x),\(box.y),\(box.width),\(box.height),0.9,-1,-1,-1\n"
      }
    }.joined()
  }

  /// The film in YUV4MPEG2.
  static func film(of people: [(Colour, Colour)] = people) -> Data {
    var film = Data("YUV4MPEG2 W\(size.width) H\(size.height) F\(framesPerSecond):1 Ip A1:1 C444\n".utf8)
    for frame in 0..<seconds * framesPerSecond {
      var planes = [Data(repeating: 120, count: size.width * size.height)]
      planes += [128, 128].map { Data(repeating: $0, count: size.width * size.height) }
      for (row, colours) in people.enumerated() {
        let box = box(of: row, at: Double(frame) / Double(framesPerSecond))
        for y in Int(box.y)..<Int(box.maxY) {
          let colour = Double(y) < box.center.y ? colours.0 : colours.1
          let pixels = y * size.width + Int(box.x)..<y * size.width + Int(box.maxX)
          for (plane, value) in [colour.luma, colour.blue, colour.red].enumerated() {
            planes[plane].replaceSubrange(pixels, with: repeatElement(value, count: pixels.count))
          }
        }
      }
      film += Data("FRAME\n".utf8) + planes[0] + planes[1] + planes[2]
    }
    return film
  }
}
