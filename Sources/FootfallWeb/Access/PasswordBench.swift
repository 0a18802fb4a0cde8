internal import Foundation

/// Where passwords are hashed: one at a time and beside the pool that answers requests, so that a flood of logins
/// takes one core and 32 MB at most.
struct PasswordBench: Sendable {
  private let queue = DispatchQueue(label: "footfall.passwords", qos: .utility)

  /// Hashes a password.
  func hash(_ password: String) async throws -> PasswordHash {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try PasswordHash(of: password) }) }
    }
  }

  /// Whether a hash is that of a password.
  func matches(_ hash: PasswordHash, _ password: String) async -> Bool {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: hash.matches(password)) }
    }
  }
}
