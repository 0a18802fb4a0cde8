internal import FootfallVision
internal import Glibc

/// Why a camera or the detector of a running store failed; one line for a person.
public struct LiveError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was attempted, on what, and what went wrong.
  public let description: String

  init(_ description: String) { self.description = description }

  /// With the reason that the system gives.
  static func failed(_ action: String) -> LiveError {
    LiveError("\(action): \(String(cString: strerror(errno)).lowercased())")
  }
}
