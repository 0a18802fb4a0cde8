internal import Synchronization

/// The slots of a camera's memory that hold nothing; taken on the decoding thread, given back on another.
final class FreeSlots: Sendable {
  private let free: Mutex<[Int]>

  init(count: Int) { free = Mutex(Array(0..<count)) }

  func take() -> Int? { free.withLock { $0.popLast() } }

  func give(_ slot: Int) { free.withLock { $0.append(slot) } }
}
