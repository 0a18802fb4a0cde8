import FootfallCore
import FootfallLayout
import FootfallVision

/// Draws what a camera above a made-up store sees: shelves, and people as heads and shoulders above walking feet.
struct OverheadPicture {
  /// Somebody in the picture.
  struct Figure {
    /// Tells one from another.
    let number: Int
    /// Where the feet are, in pixels.
    let foot: Point
    /// Which way the person goes; of length 1.
    let heading: Point
    /// How far the person has walked, in metres: feet move with it.
    let walkedMetres: Double

    /// The figure's box, with the feet in the middle of its lower side.
    var box: BoundingBox { BoundingBox(x: foot.x - 11, y: foot.y - 22, width: 22, height: 22) }
  }

  private let size: PixelSize
  private let empty: [UInt8]

  init(_ camera: SimulatedCamera) {
    size = camera.size
    var floor = Canvas(size: size, colour: (196, 200, 202))
    for (number, zone) in camera.scene.zones.enumerated() {
      let (xs, ys) = (zone.polygon.vertices.map(\.x), zone.polygon.vertices.map(\.y))
      let shade = UInt8(150 + 8 * (number % 4))
      floor.fill(
        from: Point(xs.min() ?? 0, ys.min() ?? 0), to: Point(xs.max() ?? 0, ys.max() ?? 0),
        (shade, shade, UInt8(200 - 10 * (number % 5))))
    }
    empty = floor.pixels
  }

  /// The picture as a JPEG file.
  /// - Throws: an error of the encoder.
  func jpeg(_ figures: [Figure]) throws -> [UInt8] {
    var canvas = Canvas(size: size, pixels: empty)
    // Who is nearer to the viewer hides who is behind.
    for figure in figures.sorted(by: { ($0.foot.y, $0.number) < ($1.foot.y, $1.number) }) {
      draw(figure, on: &canvas)
    }
    let buffer = PixelBuffer()
    buffer.resize(to: size)
    buffer.bytes.copyBytes(from: canvas.pixels)
    return try buffer.jpeg(quality: 88)
  }

  private func draw(_ figure: Figure, on canvas: inout Canvas) {
    var lot = SplitMix64(seed: UInt64(figure.number))
    func tone(_ range: ClosedRange<UInt8>) -> UInt8 { .random(in: range, using: &lot) }
    let coat = (tone(20...230), tone(20...230), tone(20...230))
    let hair = (tone(15...60), tone(20...80), tone(25...110))
    // A step of 0.7 m, of which the feet are a part apart.
    let phase = (figure.walkedMetres / 0.7).truncatingRemainder(dividingBy: 1)
    let swing = 5 * (4 * (phase - 0.5).magnitude - 1)
    let aside = Point(-figure.heading.y, figure.heading.x)
    let middle = figure.foot - Point(0, 4)
    for side in [-1.0, 1] {
      let foot = middle + figure.heading * (side * swing) + aside * (side * 3)
      canvas.fillEllipse(at: foot, along: figure.heading, 3.5, 2, (40, 35, 30))
    }
    canvas.fillEllipse(at: figure.foot - Point(0, 11), along: aside, 9.5, 5.5, coat)
    canvas.fillEllipse(at: figure.foot - Point(0, 15), along: aside, 4.5, 4.5, hair)
  }
}
