/// Rows of numbers one after the other in memory; overwritten when they are moved, removed or go.
final class SecretRows<Number: BitwiseCopyable> {
  /// Numbers in a row.
  let width: Int
  private(set) var count = 0
  private var storage: UnsafeMutableBufferPointer<Number>

  /// - Parameter width: numbers in a row, 1 or more.
  init(width: Int) {
    self.width = width
    storage = .allocate(capacity: width)
  }

  deinit { release() }

  /// The first row.
  var start: UnsafePointer<Number>? { UnsafePointer(storage.baseAddress) }

  /// A row, until rows are added.
  func row(_ index: Int) -> UnsafePointer<Number> {
    guard let start else { preconditionFailure("rows have memory") }
    return start + index * width
  }

  /// Makes room for this many rows.
  func reserve(_ rows: Int) {
    guard rows * width > storage.count else { return }
    let larger = UnsafeMutableBufferPointer<Number>.allocate(capacity: rows * width)
    _ = larger.update(fromContentsOf: storage[..<(count * width)])
    release()
    storage = larger
  }

  /// Adds a row that `fill` writes.
  func append(_ fill: (UnsafeMutableBufferPointer<Number>) -> Void) {
    if (count + 1) * width > storage.count { reserve(max(2 * count, 16)) }
    fill(UnsafeMutableBufferPointer(rebasing: storage[count * width..<(count + 1) * width]))
    count += 1
  }

  /// Removes a row; the last one takes its place.
  func removeSwapping(_ index: Int) {
    let last = storage[(count - 1) * width..<count * width]
    if index != count - 1 {
      _ = UnsafeMutableBufferPointer(rebasing: storage[index * width..<(index + 1) * width])
        .update(fromContentsOf: last)
    }
    SecretMemory.erase(UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: last)))
    count -= 1
  }

  private func release() {
    SecretMemory.erase(UnsafeMutableRawBufferPointer(storage))
    storage.deallocate()
  }
}
