public import FootfallCore

extension PixelBuffer {
  /// The colours of a person: looked at are 6 x 20 points in the middle of the box, so that it takes the same time
  /// however large they are.
  /// - Parameter box: in pixels of this picture.
  /// - Returns: nil where less than 12 x 24 pixels of the box are in the picture: too few to tell colours.
  public func appearance(of box: BoundingBox) -> Appearance? {
    let inside = box.clipped(to: size)
    guard inside.width >= 12, inside.height >= 24 else { return nil }
    var shares = SIMD32<UInt8>(repeating: 0)
    for half in 0..<2 {
      // Of the body: head and feet are small, and beside the trunk there is the background.
      let colours = colours(
        in: BoundingBox(
          x: inside.x + 0.25 * inside.width, y: inside.y + (half == 0 ? 0.15 : 0.5) * inside.height,
          width: 0.5 * inside.width, height: 0.35 * inside.height))
      for index in 0..<Appearance.colours {
        shares[half * Appearance.colours + index] = colours.share(of: index)
      }
    }
    return Appearance(shares: shares)
  }

  /// The colours at 6 x 10 points of an area that lies within the picture.
  private func colours(in area: BoundingBox) -> ColourHistogram {
    let pixels = UnsafeRawBufferPointer(bytes)
    var histogram = ColourHistogram()
    for row in 0..<10 {
      let y = min(Int(area.y + (Double(row) + 0.5) * area.height / 10), size.height - 1)
      for column in 0..<6 {
        let x = min(Int(area.x + (Double(column) + 0.5) * area.width / 6), size.width - 1)
        let pixel = y * bytesPerRow + 3 * x
        histogram.add(blue: pixels[pixel], green: pixels[pixel + 1], red: pixels[pixel + 2])
      }
    }
    return histogram
  }
}

/// How often which colour occurs: greys by their brightness, the rest by their hue; what is pale counts as both in part.
struct ColourHistogram {
  private static let greys = 6
  private static let hues = 10
  private var sums = InlineArray<16, Int32>(repeating: 0)
  private var total: Int32 = 0

  /// Takes in a pixel, in 256ths that are shared by the two nearest greys and the two nearest hues.
  mutating func add(blue: UInt8, green: UInt8, red: UInt8) {
    let (blue, green, red) = (Int32(blue), Int32(green), Int32(red))
    let value = max(blue, green, red)
    let chroma = value - min(blue, green, red)
    // A saturation of a half is a colour in full; that of dark pixels is noise.
    let colour = min(256, 512 * chroma / max(value, 64))
    total += 256
    spread(256 - colour, at: value * 256 * Int32(Self.greys - 1) / 255, first: 0, count: Self.greys)
    guard chroma > 0 else { return }
    // Sixths of the circle, as in every hue, from red; in 256ths.
    let sixths: Int32 =
      if value == red { green - blue } else if value == green { 2 * chroma + blue - red } else {
        4 * chroma + red - green
      }
    let hue = (sixths * 256 / chroma + 6 * 256) % (6 * 256)
    spread(colour, at: hue * Int32(Self.hues) / 6, first: Self.greys, count: Self.hues)
  }

  /// The share of one colour, in 255ths.
  func share(of index: Int) -> UInt8 { UInt8((sums[index] * 255 + total / 2) / max(total, 1)) }

  /// Adds a weight to the two bins nearest to a place, in 256ths of a bin; after the last bin comes the first.
  private mutating func spread(_ weight: Int32, at place: Int32, first: Int, count: Int) {
    let bin = Int(place >> 8)
    let next = weight * (place & 255) / 256
    sums[first + bin % count] += weight - next
    sums[first + (bin + 1) % count] += next
  }
}
