import FootfallCore
import FootfallStore

extension StoredRun {
  /// The time that it covers, in milliseconds since 1970 UTC.
  var milliseconds: Range<Int64> {
    let start = recording.startMilliseconds
    return start..<(start + max(1, recording.duration.wholeNanoseconds / 1_000_000 + 1))
  }
}
