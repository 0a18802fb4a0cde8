public import FootfallAnalytics

/// Writes a heatmap as a table of numbers: a line for each row of cells from the top, person-seconds with three
/// decimals from left to right, separated by commas, without a header.
public enum HeatmapCSV {
  /// The table as bytes of text.
  public static func encoded(_ heatmap: HeatmapGrid) -> [UInt8] {
    var text = TextBuffer(capacity: heatmap.personSeconds.count * 6)
    for row in 0..<heatmap.rows {
      for column in 0..<heatmap.columns {
        if column > 0 { text.append(literal: ",") }
        text.append(heatmap.personSeconds[row * heatmap.columns + column], decimals: 3)
      }
      text.append(literal: "\n")
    }
    return text.bytes
  }
}
