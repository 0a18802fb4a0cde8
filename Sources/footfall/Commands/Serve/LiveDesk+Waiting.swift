import FootfallStore
import FootfallWeb
import Foundation

/// What waits for a disk does so on queues of its own, behind counting and off the threads that answer requests.
extension LiveDesk {
  /// A day of tracks takes a moment to add up: one map at a time.
  static let maps = DispatchQueue(label: "footfall.maps", qos: .utility)
  /// Visits and events fill memory: one answer at a time.
  static let rows = DispatchQueue(label: "footfall.rows", qos: .utility)
  /// Counts, for which a page or a supervisor waits, and not behind rows.
  static let counts = DispatchQueue(label: "footfall.counts", qos: .utility)
  /// What reads or writes the scene file: one after the other, so that the scene in force does not change meanwhile.
  static let sceneFile = DispatchQueue(label: "footfall.scene", qos: .utility)

  /// Runs `body` on `queue`.
  /// - Throws: ``WebError`` where `body` can't read the database or what else it needs; or as `body` does.
  func on<Value: Sendable>(
    _ queue: DispatchQueue, _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try WebError.translating(body) }) }
    }
  }
}

extension WebError {
  /// Runs `body`, and says what it says of a database or a file as ``LiveStore`` promises.
  static func translating<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as StoreError {
      throw WebError(error.description)
    } catch let error as CommandError {
      throw WebError(error.description)
    }
  }
}
