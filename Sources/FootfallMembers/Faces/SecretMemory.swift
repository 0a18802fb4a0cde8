internal import Glibc

/// Memory that must not be read once it is given back.
enum SecretMemory {
  /// Overwrites the bytes; the compiler may not leave it out, as it may an assignment.
  static func erase(_ bytes: UnsafeMutableRawBufferPointer) {
    if let start = bytes.baseAddress { explicit_bzero(start, bytes.count) }
  }
}
