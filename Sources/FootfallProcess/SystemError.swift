internal import Glibc

/// An error number of the system.
public struct SystemError: Error, Hashable, Sendable {
  /// As `errno` holds it.
  public let code: Int32

  /// Takes over an error number.
  public init(code: Int32) { self.code = code }

  /// What the system says.
  public var reason: String { String(cString: strerror(code)).lowercased() }
}
