/// A number that tells one picture from another, to find out that a camera repeats itself; 0.1 ms for 608x448 pixels.
enum PictureChecksum {
  /// FNV-1a (draft-eastlake-fnv) over words of 8 bytes instead of single ones, the upper half mixed into the lower one,
  /// because a product carries upwards alone; bytes that fill no word are left out.
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for offset in stride(from: 0, to: bytes.count - 7, by: 8) {
      hash = (hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x0000_0100_0000_01b3
      hash ^= hash >> 32
    }
    return hash
  }
}
