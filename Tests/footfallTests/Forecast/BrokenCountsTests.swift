import FootfallTestSupport
import Foundation
import Testing

@Suite("Broken counts")
struct BrokenCountsTests {
  let files: CountFiles

  init() throws { files = try CountFiles() }

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// The line that is replaced, from 1, and by what.
    var line: Int
    var text: String
    var message: String

    init(_ name: String, _ line: Int, _ text: String, _ message: String) {
      testDescription = name
      self.line = line
      self.text = text
      self.message = message
    }
  }

  static let cases = [
    Case(
      "a negative count", 20, "2024-01-01T18:00,-5",
      "counts.csv:20: value is '-5'; allowed: a count from 0 to 1e9, or nothing"),
    Case("not a number", 20, "2024-01-01T18:00,NaN", "counts.csv:20: value is 'NaN'; allowed"),
    Case("infinity", 20, "2024-01-01T18:00,inf", "counts.csv:20: value is 'inf'; allowed"),
    Case("too large", 20, "2024-01-01T18:00,1e300", "counts.csv:20: value is '1e300'; allowed"),
    Case("text", 20, "2024-01-01T18:00,many", "counts.csv:20: value is 'many'; allowed"),
    Case(
      "an interval given twice", 20, "2024-01-01T17:00,5",
      "counts.csv:20: start is 2024-01-01T17:00:00 again; allowed: each start once in a series, line 19 has it already"
    ),
    Case(
      "an interval given much earlier", 20, "2024-01-01T03:00,5",
      "counts.csv:20: start is 2024-01-01T03:00:00 again; allowed: each start once in a series, line 5 has it already"
    ),
    Case(
      "a row before the first", 20, "2023-12-31T03:00,5",
      "counts.csv:20: start is 2023-12-31T03:00:00, before 2024-01-01T17:00:00 in line 19; allowed: rows in order of time"
    ),
    Case(
      "an interval of another length", 20, "2024-01-01T17:20,5",
      "counts.csv:20: start is 2024-01-01T17:20:00, 20.0 min after the row above; allowed: a multiple of the interval, 60 min"
    ),
    Case("no time", 20, "yesterday,5", "counts.csv:20: start is 'yesterday'; allowed: a time like"),
    Case(
      "a date that is none", 20, "2024-02-30T00:00,5",
      "counts.csv:20: start is '2024-02-30T00:00'; allowed: a time like"),
    Case(
      "an offset where others have none", 20, "2024-01-01T18:00+00:00,5",
      "counts.csv:20: start is '2024-01-01T18:00+00:00', and the rows above are without offset; allowed: all rows alike"
    ),
    Case(
      "a cell too many", 20, "2024-01-01T18:00,5,6",
      "counts.csv:20: the row has 3 cells; allowed: 2, as the header"),
    Case(
      "a cell too few", 20, "2024-01-01T18:00",
      "counts.csv:20: the row has 1 cells; allowed: 2, as the header"),
    Case(
      "a header without start", 1, "time,value",
      "counts.csv:1: the header is 'time,value'; allowed: start,value, "),
    Case(
      "two columns of a name", 1, "start,a,a",
      "counts.csv:1: column 3 is 'a'; allowed: a name that no other column has"),
    Case("a column without a name", 1, "start,", "counts.csv:1: column 2 is ''; allowed: a name"),
    Case(
      "a count of the future", 1514, "2124-01-01T00:00,5",
      "counts.csv:1514: start is 2124-01-01T00:00:00, which has not come yet, and value is 5; allowed: counts up to now"
    ),
  ]

  @Test("A fault is one line that names file, line, value and what is allowed", arguments: cases)
  func faults(fault: Case) async throws {
    var lines = CountFiles.plain().split(separator: "\n").map(String.init)
    if fault.line <= lines.count { lines[fault.line - 1] = fault.text } else { lines.append(fault.text) }
    let outcome = try await files.forecast(lines.joined(separator: "\n"))
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errorOutput.hasPrefix("footfall: cannot read the counts: " + fault.message),
      "\(outcome.errorOutput)")
    #expect(outcome.errorOutput.split(separator: "\n").count == 1)
  }

  @Test("Hours and then quarters are mixed lengths")
  func mixedLengths() async throws {
    let text = (0..<20).reduce(CountFiles.plain()) { text, quarter in
      text + String(format: "2024-03-04T%02d:%02d,5\n", quarter / 4, quarter % 4 * 15)
    }
    let mixed = try await files.forecast(text)
    #expect(mixed.status == 65)
    #expect(
      mixed.errorOutput.contains("15.0 min after the row above; allowed: a multiple of the interval, 60 min"))
    let coarse =
      CountFiles.plain(weeks: 3) + (0..<200).map { "\(CountFiles.time(hour: 504 + 4 * $0)),5\n" }.joined()
    let other = try await files.forecast(coarse)
    #expect(other.status == 65)
    #expect(
      other.errorOutput.contains(
        "rows are 240 min apart from here on, and 60 min elsewhere; allowed: one length"))
  }

  @Test(
    "A row with the date of another day is missing where its time fits, and told; elsewhere it is out of order"
  )
  func misdated() async throws {
    var lines = CountFiles.plain().split(separator: "\n").map(String.init)
    lines[499] = String(lines[499 - 24].prefix(16)) + ",9999"
    let outcome = try await files.forecast(lines.joined(separator: "\n"))
    #expect(outcome.status == 0)
    #expect(
      outcome.errorOutput.hasPrefix(
        "footfall: warning: counts.csv:500: start has the date of another day, while a row of its time is missing"
      ))
    #expect(outcome.errorOutput.contains("value 1 of 1512"))
    lines[499] = String(lines[499 - 23].prefix(16)) + ",9999"
    let twice = try await files.forecast(lines.joined(separator: "\n"))
    #expect(twice.status == 65)
    #expect(
      twice.errorOutput.contains(
        "counts.csv:500: start is 2024-01-20T19:00:00 again; allowed: each start once"))
  }

  @Test("Days are no intervals of a forecast by the hour")
  func days() async throws {
    let text = "start,value\n" + (0..<60).map { "\(CountFiles.time(hour: 24 * $0)),5\n" }.joined()
    let outcome = try await files.forecast(text)
    #expect(outcome.status == 65)
    #expect(
      outcome.errorOutput.contains("rows are 1440.0 min apart; allowed: whole minutes that divide an hour"))
  }

  @Test("Times without offset need a zone")
  func noZone() async throws {
    let outcome = try await files.forecast(CountFiles.plain(), [])
    #expect(outcome.status == 65)
    #expect(
      outcome.errorOutput.hasPrefix(
        "footfall: cannot read the counts: counts.csv:2: start is '2024-01-01T00:00', without offset; allowed: "
      ))
  }

  @Test("Too short a history and too many gaps are refused with what is there and what is needed")
  func histories() async throws {
    let short = try await files.forecast(CountFiles.plain(weeks: 1))
    #expect(short.status == 65)
    #expect(
      short.errorOutput
        == "footfall: cannot forecast value of counts.csv: it has 1 whole week of counts before 2024-01-08T00:00:00+00:00; allowed: 2 or more\n"
    )
    let text = CountFiles.text { time, hour in hour > 7 * 168 && hour % 24 < 14 ? "\(time)," : "\(time),5" }
    let sparse = try await files.forecast(text)
    #expect(sparse.status == 65)
    #expect(
      sparse.errorOutput.contains(
        "58 % of the two weeks before 2024-03-04T00:00:00+00:00 are missing; allowed: up to 50 %"))
    let empty = try await files.forecast(CountFiles.text { time, _ in "\(time)," })
    #expect(empty.status == 65 && empty.errorOutput.contains("every count is missing"))
    for text in ["", "start,value\n", "start,value\n2024-01-01T00:00,5\n"] {
      let outcome = try await files.forecast(text)
      #expect(outcome.status == 65 && outcome.output.isEmpty)
    }
  }

  @Test(
    "Mistakes on the command line and in the calendar are one line and the right exit status",
    arguments: [
      (["counts.csv", "--db", "x.db"], 64, "and not both"), ([], 64, "COUNTS.csv"),
      (["counts.csv", "--interval", "15m"], 64, "belong to --db"),
      (["nowhere.csv"], 66, "no such file"), (["--db", "nowhere.db"], 66, "no such file"),
      (["counts.csv", "--timezone", "Europe/Londn"], 64, "did you mean 'Europe/London'?"),
      (["counts.csv", "--timezone", "Europe/London", "--origin", "monday"], 64, "--origin is monday"),
      (
        ["counts.csv", "--timezone", "Europe/London", "--origin", "2024-02-01T00:30"], 64,
        "when an interval of 60 min begins"
      ),
      (["counts.csv", "--timezone", "Europe/London", "--horizon", "90m"], 64, "--horizon is 90m"),
      (["counts.csv", "--timezone", "Europe/London", "--series", "valeu"], 64, "did you mean 'value'?"),
      (
        ["counts.csv", "--timezone", "Europe/London", "--calendar", "bad.yaml"], 65,
        "bad.yaml:2:10: date is '2024-13-01'; allowed: a date"
      ),
      (
        ["counts.csv", "--timezone", "Europe/London", "--calendar", "twice.yaml"], 65,
        "twice.yaml:2:3: date 2024-03-05 is given twice, first at line 1"
      ),
      (
        ["counts.csv", "--timezone", "Europe/London", "--calendar", "factor.yaml"], 65,
        "factor is '0'; allowed: 0.01 to 100"
      ),
      (
        ["counts.csv", "--timezone", "Europe/London", "--calendar", "key.yaml"], 65,
        "unknown key 'lable'; did you mean 'label'?"
      ),
    ])
  func mistakes(arguments: [String], status: Int, words: String) async throws {
    _ = try files.folder.write(CountFiles.plain(weeks: 9), to: "counts.csv")
    _ = try files.folder.write(
      "- {date: 2024-03-05, label: a}\n- {date: 2024-13-01, label: b}\n", to: "bad.yaml")
    _ = try files.folder.write(
      "- {date: 2024-03-05, label: a}\n- {date: 2024-03-05, label: b}\n", to: "twice.yaml")
    _ = try files.folder.write("- {date: 2024-03-05, label: a, factor: 0}\n", to: "factor.yaml")
    _ = try files.folder.write("- {date: 2024-03-05, lable: a}\n", to: "key.yaml")
    let outcome = try await BuiltProgram.run(["forecast"] + arguments, in: files.folder.url)
    #expect(outcome.status == Int32(status))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorOutput.contains(words), "\(outcome.errorOutput)")
    #expect(outcome.errorOutput.split(separator: "\n").count == 1)
  }
}
