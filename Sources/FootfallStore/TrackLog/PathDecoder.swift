internal import FootfallCore

/// Reads paths of knots back; see ``TrackLogChunk`` for the format.
struct PathDecoder {
  struct Segment {
    var knots: [KnotPath.Knot] = []
    var lastDuration: Duration = .zero
  }

  /// Values in each knot, 1 to 4.
  let lanes: Int
  /// The frames of the chunk.
  let span: ClosedRange<Int>
  /// Whether segments end with a duration.
  var hasDuration = false

  func segments(from reader: inout VarintReader) throws(VarintReader.Damage) -> [Segment] {
    var segments: [Segment] = []
    var knot = KnotPath.Knot(frame: span.lowerBound, value: SIMD4(repeating: 0))
    var isFirst = true
    for _ in 0..<(try reader.read(upTo: span.count)) {
      var segment = Segment()
      let count = try reader.read(upTo: span.count)
      guard count > 0 else { throw VarintReader.Damage() }
      for _ in 0..<count {
        let step = try reader.read(upTo: span.upperBound - knot.frame)
        guard step > 0 || isFirst else { throw VarintReader.Damage() }
        isFirst = false
        knot.frame += step
        for lane in 0..<lanes { knot.value[lane] = knot.value[lane] &+ (try reader.readSigned()) }
        segment.knots.append(knot)
      }
      if hasDuration {
        let quanta = try reader.read(upTo: Int(Int32.max))
        segment.lastDuration = .nanoseconds(Int64(quanta) * TrackLogChunk.nanosecondsPerQuantum)
      }
      segments.append(segment)
    }
    return segments
  }

  /// Calls `body` with every frame of the segment and its values in quanta.
  static func interpolate(_ segment: Segment, _ body: (Int, SIMD4<Double>) -> Void) {
    var previous: KnotPath.Knot?
    for knot in segment.knots {
      let end = SIMD4<Double>(knot.value)
      if let previous, knot.frame > previous.frame + 1 {
        let start = SIMD4<Double>(previous.value)
        for frame in (previous.frame + 1)..<knot.frame {
          let fraction = Double(frame - previous.frame) / Double(knot.frame - previous.frame)
          body(frame, start + (end - start) * fraction)
        }
      }
      body(knot.frame, end)
      previous = knot
    }
  }
}
