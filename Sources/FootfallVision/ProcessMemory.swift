internal import CFootfallVision

/// How the whole process gets its memory.
public enum ProcessMemory {
  /// Lets all threads share two heaps, from now on; for programs to call before they start threads.
  ///
  /// By default glibc gives each thread a heap of its own, and what one has freed no other gets: 15 MB of the peak of an
  /// analysis. Threads that work frame by frame allocate too little to wait for each other.
  public static func shareHeaps() { ff_share_heaps() }
}
