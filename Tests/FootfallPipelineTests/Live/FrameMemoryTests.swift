import Foundation
import Testing

@testable import FootfallPipeline

@Suite("Pictures in shared memory")
struct FrameMemoryTests {
  @Test("what one process writes the other reads, slot by slot, and no file is left")
  func sharing() throws {
    let bytes = 10_000
    let mine = try FrameMemory(slots: 3, bytes: bytes)
    let other = try FrameMemory(descriptor: dup(mine.descriptor), slots: 3, bytes: bytes)
    for slot in 0..<3 { memset(mine[slot], Int32(slot + 1), bytes) }
    for slot in 0..<3 {
      let seen = UnsafeRawBufferPointer(start: other[slot], count: bytes)
      #expect(seen.allSatisfy { $0 == UInt8(slot + 1) }, "\(slot)")
      #expect(Int(bitPattern: other[slot]) % 64 == 0)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: "/dev/shm")
    #expect(!names.contains { $0.hasPrefix("footfall-\(getpid())-") })
  }

  @Test("memory that there is no room for is refused, and no descriptor stays open")
  func noRoom() throws {
    let bytes = 1 << 60
    #expect(throws: LiveError.self) { try FrameMemory(slots: 1, bytes: bytes) }
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { Int32($0) }
    for descriptor in open {
      var status = stat()
      let isOpen = fstat(descriptor, &status) == 0
      #expect(!isOpen || status.st_size != bytes)
    }
  }

  @Test("a file that is none is refused")
  func noFile() { #expect(throws: LiveError.self) { try FrameMemory(descriptor: 9999, slots: 1, bytes: 1) } }
}
