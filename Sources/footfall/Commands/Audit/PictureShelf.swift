import FootfallWeb

/// The pictures used last, up to a number of bytes.
struct PictureShelf {
  private let capacity: Int
  private var pictures: [Int: AuditPicture] = [:]
  /// From the oldest to the newest.
  private var order: [Int] = []
  private var bytes = 0

  /// - Parameter bytes: the most that all pictures take together; the newest one is kept whatever it takes.
  init(bytes: Int) { capacity = bytes }

  /// The picture of a frame, where it is kept.
  subscript(number: Int) -> AuditPicture? { pictures[number] }

  /// Keeps a picture, and lets go of the oldest where it gets too many.
  mutating func keep(_ picture: AuditPicture) {
    if let old = pictures.updateValue(picture, forKey: picture.number) {
      bytes -= old.jpeg.count
    } else {
      order.append(picture.number)
    }
    bytes += picture.jpeg.count
    let excess = order.dropLast().prefix { number in
      guard bytes > capacity, let old = pictures.removeValue(forKey: number) else { return false }
      bytes -= old.jpeg.count
      return true
    }
    order.removeFirst(excess.count)
  }
}
