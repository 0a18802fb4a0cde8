internal import CFootfallVision

/// Why footage could not be read or a detector not be run.
public struct VisionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of failure, as far as a caller may act on it.
  public enum Kind: Hashable, Sendable {
    /// The file or device is absent or cannot be read.
    case noInput
    /// The input is there but is not what it should be.
    case badData
    /// A model, engine or library is not on this machine.
    case unavailable
    /// A fault of footfall or of a library below it.
    case `internal`
  }

  /// The kind of failure.
  public let kind: Kind
  /// One line for a person: what was attempted, on what, and what is allowed.
  public let description: String

  /// Creates an error.
  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}

extension VisionError {
  /// Calls a function of the shim and throws what it reports; `FF_END` and `FF_OK` are returned.
  /// - Parameter subject: what the function works on, put before its message.
  @discardableResult
  static func check(
    _ subject: @autoclosure () -> String, _ call: (UnsafeMutablePointer<ff_error>) -> ff_status
  ) throws(VisionError) -> ff_status {
    var error = ff_error()
    let status = call(&error)
    let kind: Kind
    switch status {
    case FF_OK, FF_END: return status
    case FF_NO_INPUT: kind = .noInput
    case FF_BAD_DATA: kind = .badData
    case FF_UNAVAILABLE: kind = .unavailable
    default: kind = .internal
    }
    let message = withUnsafeBytes(of: &error.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    throw VisionError(kind, "\(subject()): \(message)")
  }
}
