import Foundation

/// Work that blocks, on threads of its own: Swift's cooperative threads must not wait for C++.
final class WorkerThreads<Output>: @unchecked Sendable {
  // @unchecked: `next`, `running`, `outputs` and `failure` are only touched with `condition` locked. `work` is called
  // by the threads of `run` alone, which returns once all their calls have; the threads may end, and let go of it, later.

  private let work: (_ item: Int, _ thread: Int) throws -> Output
  private let onFailure: () -> Void
  private let condition = NSCondition()
  private var next = 0
  private var running = 0
  private var outputs: [Output?]
  private var failure: (any Error)?

  /// Does `work` for each of `count` items on up to `threads` threads, and waits for all of it.
  /// - Parameters:
  ///   - threads: 1 or more.
  ///   - work: is given the number of an item and that of the thread, both from 0; a thread does one item at a time.
  ///   - onFailure: called when an item failed, to let the others end early; no further item is begun.
  /// - Returns: the outputs in the order of the items.
  /// - Throws: the first error.
  static func map(
    count: Int, threads: Int, onFailure: @escaping () -> Void,
    _ work: @escaping (_ item: Int, _ thread: Int) throws -> Output
  ) throws -> [Output] {
    precondition(threads >= 1, "threads from 1")
    return try WorkerThreads(count: count, work: work, onFailure: onFailure).run(min(count, threads))
  }

  private init(
    count: Int, work: @escaping (_ item: Int, _ thread: Int) throws -> Output, onFailure: @escaping () -> Void
  ) {
    self.work = work
    self.onFailure = onFailure
    outputs = [Output?](repeating: nil, count: count)
  }

  private func run(_ threads: Int) throws -> [Output] {
    running = threads
    for number in 0..<threads {
      let thread = Thread { [self] in
        while let item = takeItem() { finish(item, Result { try work(item, number) }) }
        condition.lock()
        running -= 1
        condition.signal()
        condition.unlock()
      }
      thread.name = "footfall.worker"
      thread.stackSize = 8 << 20
      thread.start()
    }
    condition.lock()
    defer { condition.unlock() }
    while running > 0 { condition.wait() }
    if let failure { throw failure }
    return outputs.compactMap { $0 }
  }

  private func takeItem() -> Int? {
    condition.lock()
    defer { condition.unlock() }
    guard next < outputs.count, failure == nil else { return nil }
    next += 1
    return next - 1
  }

  private func finish(_ item: Int, _ result: Result<Output, any Error>) {
    condition.lock()
    switch result {
    case .success(let output): outputs[item] = output
    case .failure(let error): failure = failure ?? error
    }
    condition.unlock()
    if case .failure = result { onFailure() }
  }
}
