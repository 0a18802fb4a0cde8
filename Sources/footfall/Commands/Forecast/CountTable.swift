import FootfallExport

/// What a forecast starts from.
struct CountTable {
  /// The file or database, as the user named it.
  var path: String
  var clock: CountClock
  /// The length of an interval, in minutes; it divides an hour.
  var intervalMinutes: Int
  /// At least one, ids differ.
  var series: [CountSeries]
  /// Lines whose counts are missing, since their date is that of another day.
  var misdatedLines: [Int] = []
}
