internal import Foundation

/// Why a page can't be served; one line for a person.
public struct WebError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of failure.
  public enum Kind: Hashable, Sendable {
    /// A file that was named is absent or can't be read.
    case noInput
    /// Something that is needed is not to be had, such as the port.
    case unavailable
  }

  /// The kind of failure.
  public let kind: Kind
  /// What was attempted, where, and what is wrong.
  public let description: String

  /// Says what was attempted, where, and what is wrong, in one line.
  public init(_ description: String, _ kind: Kind = .unavailable) {
    (self.description, self.kind) = (description, kind)
  }

  /// Says why a server can't listen, from what the system says: an error number.
  init(cannotListenAt address: ListenAddress, code: Int32) {
    let remedy = code == EADDRINUSE ? "; end what listens there, or choose another port" : ""
    self.init("cannot listen at \(address): \(String(cString: strerror(code)).lowercased())\(remedy)")
  }
}
