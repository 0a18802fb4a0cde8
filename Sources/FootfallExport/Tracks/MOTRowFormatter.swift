public import FootfallCore

/// Writes boxes as MOTChallenge rows, `frame,id,x,y,w,h,conf,-1,-1,-1`, one a line.
///
/// Boxes in source pixels with two decimals, scores with four; nothing is allocated for a row.
public enum MOTRowFormatter {
  /// Appends one box of a track.
  /// - Parameters:
  ///   - track: what the tracker saw.
  ///   - frame: the number of the frame, from 1.
  ///   - text: where the row goes.
  public static func append(_ track: TrackSnapshot, frame: Int, to text: inout TextBuffer) {
    append(frame: frame, id: track.track.number, box: track.box, score: track.score, to: &text)
  }

  /// Appends one box of a detector: the id is −1, the score stands in column 7.
  /// - Parameters:
  ///   - detection: what the detector saw.
  ///   - frame: the number of the frame, from 1.
  ///   - text: where the row goes.
  public static func append(_ detection: Detection, frame: Int, to text: inout TextBuffer) {
    append(frame: frame, id: -1, box: detection.box, score: detection.score, to: &text)
  }

  private static func append(
    frame: Int, id: Int, box: BoundingBox, score: Double, to text: inout TextBuffer
  ) {
    text.append(frame)
    text.append(literal: ",")
    text.append(id)
    append(pixels: box.x, to: &text)
    append(pixels: box.y, to: &text)
    append(pixels: box.width, to: &text)
    append(pixels: box.height, to: &text)
    text.append(literal: ",")
    text.append(score, decimals: 4)
    text.append(literal: ",-1,-1,-1\n")
  }

  private static func append(pixels: Double, to text: inout TextBuffer) {
    text.append(literal: ",")
    text.append(pixels, decimals: 2)
  }
}
