public import FootfallCore

/// Memory for one picture, 8 bits a channel in the order B, G, R, 64-byte aligned and reused from frame to frame.
///
/// Used by one thread at a time: the slot ring of the pipeline hands it from the decoding to the detecting thread.
public final class PixelBuffer: @unchecked Sendable {
  // @unchecked: `storage`, `size` and `capacity` are only touched by the thread that holds the buffer's slot.

  /// The picture's size; (0, 0) until it is first written.
  public private(set) var size = PixelSize(width: 0, height: 0)
  /// The first byte of the top row.
  public private(set) var storage: UnsafeMutableRawPointer
  private var capacity: Int

  /// Rows lie this far apart.
  public var bytesPerRow: Int { size.width * 3 }
  /// The bytes of the whole picture.
  public var bytes: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: storage, count: bytesPerRow * size.height)
  }

  /// Creates an empty buffer.
  public init() {
    capacity = 64
    storage = .allocate(byteCount: capacity, alignment: 64)
  }

  deinit { storage.deallocate() }

  /// Makes room for a picture of `newSize`; the contents are undefined after a change of size.
  ///
  /// Allocates only when the picture is larger than any before.
  public func resize(to newSize: PixelSize) {
    size = newSize
    let needed = max(64, newSize.width * newSize.height * 3)
    if needed > capacity {
      storage.deallocate()
      storage = .allocate(byteCount: needed, alignment: 64)
      capacity = needed
    }
  }
}
