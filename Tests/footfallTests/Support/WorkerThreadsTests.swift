import Foundation
import Testing

@testable import footfall

@Suite struct WorkerThreadsTests {
  private struct Failure: Error, Equatable { var item: Int }

  /// What several threads do, counted.
  private final class Log: @unchecked Sendable {
    // @unchecked: all fields are only touched with `lock` held.
    private let lock = NSLock()
    private var running: [Int: Int] = [:]
    private var items: [Int] = []
    private var failures = 0
    private var most = 0
    private var isMixed = false

    func begin(_ item: Int, on thread: Int) {
      lock.withLock {
        items.append(item)
        if running[thread] != nil { isMixed = true }
        running[thread] = item
        most = max(most, running.count)
      }
    }

    func end(on thread: Int) { lock.withLock { running[thread] = nil } }
    func fail() { lock.withLock { failures += 1 } }

    var begun: [Int] { lock.withLock { items } }
    var failureCount: Int { lock.withLock { failures } }
    /// The most threads that were at work at a time.
    var mostRunning: Int { lock.withLock { most } }
    /// Whether a thread was given an item before it was done with the one before.
    var isAnyThreadMixed: Bool { lock.withLock { isMixed } }
  }

  @Test(arguments: [(0, 2), (1, 1), (1, 4), (2, 2), (5, 2), (40, 3), (40, 8)])
  func outputsAreInTheOrderOfTheItems(count: Int, threads: Int) throws {
    let log = Log()
    let outputs = try WorkerThreads.map(count: count, threads: threads, onFailure: log.fail) { item, thread in
      log.begin(item, on: thread)
      defer { log.end(on: thread) }
      return item * item
    }
    #expect(outputs == (0..<count).map { $0 * $0 })
    #expect(log.begun.sorted() == Array(0..<count), "each item once")
    #expect(log.failureCount == 0)
  }

  @Test(arguments: [1, 2, 3])
  func noMoreThreadsRunThanAreAllowed(threads: Int) throws {
    let log = Log()
    let numbers = try WorkerThreads.map(count: 60, threads: threads, onFailure: log.fail) { item, thread in
      log.begin(item, on: thread)
      defer { log.end(on: thread) }
      return thread
    }
    #expect(log.mostRunning <= threads)
    #expect(!log.isAnyThreadMixed)
    #expect(Set(numbers).isSubset(of: Set(0..<threads)))
  }

  @Test func asManyThreadsRunAsAreAllowed() throws {
    // Each waits for the other: with one thread this would never end.
    let meeting = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
    let outputs = try WorkerThreads.map(count: 2, threads: 2, onFailure: {}) { item, _ in
      meeting[1 - item].signal()
      return meeting[item].wait(timeout: .now() + 30) == .success
    }
    #expect(outputs == [true, true])
  }

  @Test(arguments: [0, 1, 5, 9])
  func noItemIsBegunAfterAFailure(failing: Int) {
    let log = Log()
    #expect(throws: Failure(item: failing)) {
      try WorkerThreads.map(count: 10, threads: 1, onFailure: log.fail) { item, thread in
        log.begin(item, on: thread)
        defer { log.end(on: thread) }
        if item == failing { throw Failure(item: item) }
        return item
      }
    }
    #expect(log.begun == Array(0...failing))
    #expect(log.failureCount == 1)
  }

  @Test func theFirstErrorIsThrownAndTheOthersMayEndEarly() {
    let stop = DispatchSemaphore(value: 0)
    let log = Log()
    // Item 0 is at work until item 1 has failed, then fails itself.
    #expect(throws: Failure(item: 1)) {
      try WorkerThreads.map(
        count: 9, threads: 2,
        onFailure: {
          log.fail()
          stop.signal()
        },
        { item, thread in
          log.begin(item, on: thread)
          if item == 0 { stop.wait() }
          throw Failure(item: item)
        })
    }
    #expect(log.begun.sorted() == [0, 1])
    #expect(log.failureCount == 2)
  }

  @Test func theLastThreadMayEndAfterTheWorkIsHandedBack() throws {
    // Whoever waits may be gone before the last thread is: nothing of the caller may be needed by then.
    for round in 0..<3000 {
      let outputs = try WorkerThreads.map(count: 4, threads: 2, onFailure: {}) { item, _ in item + round }
      #expect(outputs.count == 4)
    }
  }
}
