internal import Glibc

/// The clock that all processes of a machine share and nobody sets (CLOCK_MONOTONIC).
enum MonotonicClock {
  /// Since some moment before all of them.
  static var nanoseconds: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
