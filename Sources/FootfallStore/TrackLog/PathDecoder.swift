internal import FootfallCore

/// Reads paths of knots back; see ``TrackLogChunk`` for the format.
struct PathDecoder {
  /// A stretch of a path without missing frames.
  struct Segment {
    /// Which knots are its own, at least one.
    var knots: Range<Int>
    var lastDuration: Duration = .zero
  }

  /// Values in each knot, 1 to 4.
  let lanes: Int
  /// The frames of the chunk.
  let span: ClosedRange<Int>
  /// Whether segments end with a duration.
  var hasDuration = false

  /// Appends the segments of the next path and their knots.
  func read(
    from reader: inout VarintReader, segments: inout [Segment], knots: inout [KnotPath.Knot]
  ) throws(VarintReader.Damage) {
    var knot = KnotPath.Knot(frame: span.lowerBound, value: SIMD4(repeating: 0))
    var isFirst = true
    for _ in 0..<(try reader.read(upTo: span.count)) {
      let begin = knots.count
      let count = try reader.read(upTo: span.count)
      guard count > 0 else { throw VarintReader.Damage() }
      for _ in 0..<count {
        let step = try reader.read(upTo: span.upperBound - knot.frame)
        guard step > 0 || isFirst else { throw VarintReader.Damage() }
        isFirst = false
        knot.frame += step
        for lane in 0..<lanes { knot.value[lane] = knot.value[lane] &+ (try reader.readSigned()) }
        knots.append(knot)
      }
      var segment = Segment(knots: begin..<knots.count)
      if hasDuration {
        let quanta = try reader.read(upTo: Int(Int32.max))
        segment.lastDuration = .nanoseconds(Int64(quanta) * TrackLogChunk.nanosecondsPerQuantum)
      }
      segments.append(segment)
    }
  }

  /// Calls `body` with every frame of a segment and its values in quanta.
  static func interpolate(
    _ segment: Segment, of knots: [KnotPath.Knot], _ body: (_ frame: Int, _ value: SIMD4<Double>) -> Void
  ) {
    var previous = knots[segment.knots.lowerBound]
    body(previous.frame, SIMD4<Double>(previous.value))
    for index in segment.knots.dropFirst() {
      let knot = knots[index]
      let start = SIMD4<Double>(previous.value)
      let end = SIMD4<Double>(knot.value)
      let run = Double(knot.frame - previous.frame)
      for frame in (previous.frame + 1)..<knot.frame {
        body(frame, start + (end - start) * (Double(frame - previous.frame) / run))
      }
      body(knot.frame, end)
      previous = knot
    }
  }
}
