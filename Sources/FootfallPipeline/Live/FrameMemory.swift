internal import Glibc

/// Pictures of one camera in memory that several processes share: a few slots of equal size, each used by one process at
/// a time.
///
/// The memory has no name and no place on a disk, and is gone with the last process that holds it.
final class FrameMemory: @unchecked Sendable {
  // @unchecked: constant after `init`; who may touch a slot is settled by messages between the processes.

  /// The open file behind it, to be given to other processes.
  let descriptor: Int32
  private let base: UnsafeMutableRawPointer
  private let stride: Int
  private let slots: Int

  /// Makes memory, or opens that of another process.
  /// - Parameters:
  ///   - descriptor: of another process's memory; nil makes new memory.
  ///   - slots: how many pictures there is room for.
  ///   - bytes: how long a picture is.
  init(descriptor: Int32? = nil, slots: Int, bytes: Int) throws(LiveError) {
    precondition(slots > 0 && bytes > 0, "there is room for a picture")
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    stride = (bytes + page - 1) / page * page
    self.slots = slots
    self.descriptor = descriptor ?? Self.anonymousFile()
    guard self.descriptor >= 0 else { throw LiveError.failed("making memory for pictures") }
    if descriptor == nil, ftruncate(self.descriptor, slots * stride) != 0 {
      let error = LiveError.failed("making memory for \(slots) pictures")
      close(self.descriptor)
      throw error
    }
    let mapped = mmap(nil, slots * stride, PROT_READ | PROT_WRITE, MAP_SHARED, self.descriptor, 0)
    guard let mapped, mapped != UnsafeMutableRawPointer(bitPattern: -1) else {
      let error = LiveError.failed("opening memory for \(slots) pictures")
      if descriptor == nil { close(self.descriptor) }
      throw error
    }
    base = mapped
  }

  deinit {
    munmap(base, slots * stride)
    close(descriptor)
  }

  /// The first byte of a picture, at the beginning of a page.
  subscript(slot: Int) -> UnsafeMutableRawPointer {
    precondition((0..<slots).contains(slot), "a slot from 0")
    return base + slot * stride
  }

  /// A file in memory whose name is taken away before anybody else can use it.
  private static func anonymousFile() -> Int32 {
    let name = "/footfall-\(getpid())-\(UInt64.random(in: .min ... .max))"
    let descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
    if descriptor >= 0 { shm_unlink(name) }
    return descriptor
  }
}
