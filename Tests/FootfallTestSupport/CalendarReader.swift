internal import Foundation

/// Reads iCalendar files with an implementation that is not ours: the Python package `icalendar`.
///
/// The interpreter is ``PythonInterpreter``.
public enum CalendarReader {
  /// Whether an interpreter with the package is there; prints why the test is skipped where it is not.
  public static let isAvailable = PythonInterpreter.has("icalendar")

  /// Begin and end in seconds since 1970, summary, status and id of each event, in the order of the file.
  /// - Throws: when the file is no calendar.
  public static func events(in bytes: [UInt8]) throws -> [[String]] {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("shifts.ics")
    try Data(bytes).write(to: file)
    let outcome = try PythonInterpreter.run(script, [file.path])
    guard outcome.status == 0 else { throw SchemaValidator.Failure(description: outcome.output) }
    return try JSONDecoder().decode([[String]].self, from: Data(outcome.output.utf8))
  }

  private static let script = """
    import icalendar, json, sys
    calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
    events = [[str(round(event[key].dt.timestamp())) for key in ("DTSTART", "DTEND")]
              + [str(event["SUMMARY"]), str(event["STATUS"]), str(event["UID"])] for event in calendar.walk("VEVENT")]
    print(json.dumps(events))
    """
}
