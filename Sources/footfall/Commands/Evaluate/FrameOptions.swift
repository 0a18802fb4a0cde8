import ArgumentParser

/// The frames that an evaluation looks at.
struct FrameOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The first frame to look at, from 1.", valueName: "frame"))
  var from: Int?

  @Option(
    help: ArgumentHelp(
      "The last frame to look at. What comes after the last box of the truth is never looked at.",
      valueName: "frame"))
  var to: Int?

  func validate() throws {
    if let from, from < 1 { throw ValidationError("--from is \(from); allowed: 1 or more") }
    let first = from ?? 1
    if let to, to < first { throw ValidationError("--to is \(to); allowed: \(first) or more") }
  }

  /// Nil where all frames are meant.
  var range: ClosedRange<Int>? {
    from == nil && to == nil ? nil : (from ?? 1)...(to ?? Int.max)
  }
}
