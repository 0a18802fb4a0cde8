/// How finely a page's charts divide a recording: a clip of a minute says little as one bar of a quarter of an hour.
public enum ChartInterval {
  /// Lengths that people read off a clock, in seconds.
  private static let lengths = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900]

  /// The length of a chart's intervals: that of the report's series where it divides the recording into twelve or
  /// more, else the longest round length that does.
  /// - Parameters:
  ///   - media: how long the recording is, as far as is known before it is read; zero when nothing is known.
  ///   - reported: the interval of the report's series.
  public static func length(for media: Duration, reported: Duration) -> Duration {
    guard media > .zero, reported * 12 > media else { return reported }
    let seconds = lengths.last { .seconds($0) < reported && Duration.seconds($0) * 12 <= media }
    return min(.seconds(seconds ?? 1), reported)
  }
}
