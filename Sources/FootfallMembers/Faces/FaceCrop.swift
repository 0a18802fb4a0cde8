internal import FootfallCore
internal import FootfallVision

/// A face turned upright in 112 x 112 pixels, overwritten when it goes.
final class FaceCrop {
  /// The side of the crop in pixels.
  static let side = 112

  let buffer = PixelBuffer()

  /// Cuts a face out of a canvas, with linear interpolation; what lies outside is black.
  init(of landmarks: FaceLandmarks, on canvas: FaceCanvas) {
    buffer.resize(to: PixelSize(width: Self.side, height: Self.side))
    let alignment = FaceAlignment(of: landmarks)
    let pixels = buffer.storage.assumingMemoryBound(to: UInt8.self)
    for y in 0..<Self.side {
      for x in 0..<Self.side {
        let place = alignment.position(Point(Double(x), Double(y)))
        Self.sample(canvas.buffer, place, into: pixels + 3 * (y * Self.side + x))
      }
    }
  }

  deinit { SecretMemory.erase(buffer.bytes) }

  /// The variance of the Laplacian of the brightness: low where the face is blurred (Pech-Pacheco et al., ICPR 2000).
  var sharpness: Double {
    let side = Self.side
    let pixels = buffer.storage.assumingMemoryBound(to: UInt8.self)
    func brightness(_ x: Int, _ y: Int) -> Double {
      let pixel = pixels + 3 * (y * side + x)
      return 0.114 * Double(pixel[0]) + 0.587 * Double(pixel[1]) + 0.299 * Double(pixel[2])
    }
    var (sum, squares) = (0.0, 0.0)
    for y in 1..<side - 1 {
      for x in 1..<side - 1 {
        let edge =
          brightness(x - 1, y) + brightness(x + 1, y) + brightness(x, y - 1) + brightness(x, y + 1)
          - 4 * brightness(x, y)
        sum += edge
        squares += edge * edge
      }
    }
    let count = Double((side - 2) * (side - 2))
    return squares / count - (sum / count) * (sum / count)
  }

  private static func sample(_ picture: PixelBuffer, _ place: Point, into pixel: UnsafeMutablePointer<UInt8>)
  {
    let (left, top) = (place.x.rounded(.down), place.y.rounded(.down))
    guard (0...1e6).contains(left), (0...1e6).contains(top), Int(left) + 1 < picture.size.width,
      Int(top) + 1 < picture.size.height
    else {
      pixel.update(repeating: 0, count: 3)
      return
    }
    let (u, v) = (place.x - left, place.y - top)
    let row = picture.bytesPerRow
    let corner = picture.storage.assumingMemoryBound(to: UInt8.self) + Int(top) * row + 3 * Int(left)
    for channel in 0..<3 {
      let (a, b) = (Double(corner[channel]), Double(corner[channel + 3]))
      let (c, d) = (Double(corner[channel + row]), Double(corner[channel + row + 3]))
      pixel[channel] = UInt8(((a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v).rounded())
    }
  }
}
