internal import CFootfallVision
public import FootfallCore

/// Memory for one picture at the size a detector looks at, 64-byte aligned.
///
/// Made by ``PersonDetector/makeInput()``. May be filled on another thread than the detector's, by one thread at a
/// time; from ``PersonDetector/start(_:window:request:)`` until ``PersonDetector/finish(request:fullSize:into:)`` it must
/// stay as it is.
public final class DetectorInput: @unchecked Sendable {
  // @unchecked: `pixels` and `contentSize` are only touched by the thread that holds the input's slot.

  /// The size the detector looks at.
  public let size: PixelSize
  /// The part, at the top left, that shows the picture; the rest is padding.
  public private(set) var contentSize: PixelSize
  let pixels: UnsafeMutablePointer<UInt8>
  private let resize: DetectorRecipe.Normalisation.Resize
  private let padding: UInt8
  /// Whoever the memory belongs to; nil where it is the input's own.
  private let owner: AnyObject?

  /// The rows of the input, without gaps, blue first.
  public var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: pixels, count: size.width * size.height * 3)
  }

  /// Creates an input full of padding; ``PersonDetector/makeInput()`` knows the right arguments.
  public convenience init(size: PixelSize, resize: DetectorRecipe.Normalisation.Resize, padding: UInt8) {
    let byteCount = size.width * size.height * 3
    let memory = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 64)
    memory.initializeMemory(as: UInt8.self, repeating: padding, count: byteCount)
    self.init(size: size, resize: resize, padding: padding, in: memory, keeping: nil)
  }

  /// Creates an input in memory that is shared with another process, as it is.
  /// - Parameters:
  ///   - memory: 64-byte aligned, for `size` pixels of 3 bytes.
  ///   - owner: what the memory belongs to; nil gives it to the input.
  public init(
    size: PixelSize, resize: DetectorRecipe.Normalisation.Resize, padding: UInt8,
    in memory: UnsafeMutableRawPointer, keeping owner: AnyObject?
  ) {
    self.size = size
    self.resize = resize
    self.padding = padding
    self.owner = owner
    contentSize = size
    pixels = memory.bindMemory(to: UInt8.self, capacity: size.width * size.height * 3)
  }

  deinit { if owner == nil { pixels.deallocate() } }

  /// Takes over what another process has filled the memory with.
  /// - Parameter contentSize: the part that shows the picture, as ``contentSize`` is there.
  public func show(_ contentSize: PixelSize) { self.contentSize = contentSize }

  /// Scales `picture` into the input.
  /// - Throws: ``VisionError`` where the picture is empty.
  public func fill(from picture: PixelBuffer) throws(VisionError) {
    let content = contentSize(of: picture.size)
    if content != contentSize {
      pixels.update(repeating: padding, count: size.width * size.height * 3)
      contentSize = content
    }
    var source = ff_picture(
      pixels: picture.storage.assumingMemoryBound(to: UInt8.self), width: Int32(picture.size.width),
      height: Int32(picture.size.height), bytes_per_row: Int64(picture.bytesPerRow))
    var destination = self.picture
    try VisionError.check("detector input") { error in ff_resize(&source, &destination, error) }
  }

  /// Copies a part of the input, without gaps between its rows.
  func copy(_ window: InputWindow, into buffer: PixelBuffer) {
    buffer.resize(to: window.size)
    for row in 0..<window.size.height {
      (buffer.storage + row * buffer.bytesPerRow).copyMemory(
        from: pixels + ((window.y + row) * size.width + window.x) * 3, byteCount: buffer.bytesPerRow)
    }
  }

  /// Copies the part that shows the picture, without gaps between its rows.
  public func copyContent(into buffer: PixelBuffer) {
    copy(InputWindow(x: 0, y: 0, size: contentSize), into: buffer)
  }

  /// The part that shows the picture, in the terms of the shim.
  var picture: ff_picture {
    ff_picture(
      pixels: pixels, width: Int32(contentSize.width), height: Int32(contentSize.height),
      bytes_per_row: Int64(size.width * 3))
  }

  private func contentSize(of picture: PixelSize) -> PixelSize {
    guard resize == .letterbox, picture.width > 0, picture.height > 0 else { return size }
    let ratio = min(
      Double(size.width) / Double(picture.width), Double(size.height) / Double(picture.height))
    return PixelSize(
      width: max(1, Int(Double(picture.width) * ratio)), height: max(1, Int(Double(picture.height) * ratio)))
  }
}
