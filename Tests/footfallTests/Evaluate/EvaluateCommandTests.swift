import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall evaluate")
struct EvaluateCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write("1,1,0,0,40,100,1,-1,-1,-1\n2,1,4,0,40,100,1,-1,-1,-1\n", to: "gt.txt")
    _ = try folder.write("1,7,0,0,40,100,0.9,-1,-1,-1\n2,8,4,0,40,100,0.8,-1,-1,-1\n", to: "result.txt")
    _ = try folder.write("camera,line,mediaSeconds,direction\ndoor,A,1.5,in\ndoor,A,9,out\n", to: "truth.csv")
    _ = try folder.write(Self.report, to: "report.json")
  }

  private static let report = """
    {"schema": "footfall.report/1", "store": "s", "cameras": [{"id": "door", "lines": [
      {"id": "A", "in": 1, "crossings": [{"mediaSeconds": 1.25, "direction": "in", "track": 1}]},
      {"id": "B", "in": 0, "crossings": [{"mediaSeconds": 4, "direction": "out", "track": 1}]}]}]}
    """

  private func run(_ arguments: String...) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(["evaluate"] + arguments, in: folder.url)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("tracks prints an aligned table")
  func tracksTable() async throws {
    let outcome = try await run("tracks", "--truth", "gt.txt", "--result", "result.txt")
    #expect(outcome.status == 0 && outcome.errorOutput.isEmpty)
    #expect(
      outcome.output == """
        HOTA       70.71  tracking as a whole, %
        DetA      100.00  detection, %
        AssA       50.00  association, %
        MOTA       50.00  100 % less misses, false positives and switches
        MOTP      100.00  overlap of matched boxes, %
        IDF1       50.00  boxes with the right identity, %
        switches       1  matches of a person with another track than before
        false          0  boxes without a person
        missed         0  true boxes without a match
        tracks         2  in the result
        people         1  in the truth

        """)
  }

  @Test("tracks --json has scores from 0 to 100 under the documented keys")
  func tracksJSON() async throws {
    let outcome = try await run("tracks", "--truth", "gt.txt", "--result", "result.txt", "--json")
    let scores = try object(outcome.output)
    #expect(
      scores.keys.sorted() == [
        "assa", "deta", "falsePositives", "hota", "idf1", "ids", "idsw", "misses", "mota", "motp", "truthIds",
      ])
    #expect(scores["mota"] as? Double == 50 && scores["idsw"] as? Int == 1 && scores["ids"] as? Int == 2)
  }

  @Test("tracks --from --to looks at these frames only")
  func tracksRange() async throws {
    let outcome = try await run(
      "tracks", "--truth", "gt.txt", "--result", "result.txt", "--json", "--from", "2", "--to", "2")
    let scores = try object(outcome.output)
    #expect(scores["mota"] as? Double == 100 && scores["ids"] as? Int == 1)
  }

  @Test("detections --json has shares under the documented keys")
  func detectionsJSON() async throws {
    let outcome = try await run("detections", "--truth", "gt.txt", "--result", "result.txt", "--json")
    let scores = try object(outcome.output)
    #expect(scores.keys.sorted() == ["ap50", "ap50to95", "precision", "recall"])
    #expect(scores.values.allSatisfy { $0 as? Double == 1 })
  }

  @Test("detections prints the score behind precision and recall")
  func detectionsTable() async throws {
    let outcome = try await run("detections", "--truth", "gt.txt", "--result", "result.txt")
    #expect(outcome.output.contains("precision  1.0000  at scores from 0.800, IoU 0.5\n"))
    let strict = try await run(
      "detections", "--truth", "gt.txt", "--result", "result.txt", "--score", "0.85")
    #expect(strict.output.contains("recall     0.5000  at scores from 0.850, IoU 0.5\n"))
  }

  @Test("counts --json has the documented keys, and null for what nothing supports")
  func countsJSON() async throws {
    let outcome = try await run("counts", "--truth", "truth.csv", "--report", "report.json", "--json")
    let scores = try object(outcome.output)
    #expect(
      scores.keys.sorted() == [
        "bias", "counted", "equivalent", "interval", "mape", "matches", "places", "precision", "recall",
        "schema", "truth",
      ])
    #expect((scores["places"] as? [[String: Any]])?.map { $0["line"] as? String } == ["A", "A", "B"])
    if SchemaValidator.isAvailable {
      #expect(try SchemaValidator.faults(of: outcome.output, schema: "footfall.count-audit-1") == [])
    }
    #expect(scores["bias"] as? Double == 0 && scores["precision"] as? Double == 0.5)
    #expect((scores["interval"] as? [Double])?.count == 2 && scores["equivalent"] as? Bool == false)
    _ = try folder.write("camera,line,mediaSeconds,direction\n", to: "empty.csv")
    let empty = try await run("counts", "--truth", "empty.csv", "--report", "report.json", "--json")
    #expect(try object(empty.output)["bias"] is NSNull)
  }

  @Test("a truth with a row twice or out of order is an error with its line")
  func spoiltTruth() async throws {
    _ = try folder.write("door,A,1,in\ndoor,A,9,out\ndoor,A,1.0,in\n", to: "twice.csv")
    let twice = try await run("counts", "--truth", "twice.csv", "--report", "report.json")
    #expect(
      twice.errorOutput == "footfall: cannot read the truth: twice.csv:3: the row is 'door,A,1.000,in'; "
        + "allowed: each crossing once; it stands in line 1 already\n")
    _ = try folder.write("door,A,9,in\ndoor,A,2,in\n", to: "unsorted.csv")
    let unsorted = try await run("counts", "--truth", "unsorted.csv", "--report", "report.json")
    #expect(
      unsorted.errorOutput
        == "footfall: cannot read the truth: unsorted.csv:2: the row is 'door,A,2.000,in'; "
        + "allowed: a time from 9.000 on, that of line 1: the rows of a line and direction are in the order of time\n"
    )
    #expect(twice.status == 65 && unsorted.status == 65)
  }

  @Test("a line of which nothing could be seen is no line with nobody on it")
  func blindLine() async throws {
    _ = try folder.write(Self.report.replacing("\"in\": 1", with: "\"in\": null"), to: "blind.json")
    let outcome = try await run("counts", "--truth", "truth.csv", "--report", "blind.json")
    #expect(outcome.status == 65)
    #expect(
      outcome.errorOutput
        == "footfall: cannot compare: blind.json: /cameras/0/lines/0/in is null, for nothing of line 'A' could be seen; "
        + "allowed: lines that were counted (--line leaves others out)\n")
    let other = try await run(
      "counts", "--truth", "truth.csv", "--report", "blind.json", "--line", "B", "--json")
    #expect(other.status == 0)
  }

  @Test("counts --line leaves other lines out")
  func countsLine() async throws {
    let outcome = try await run(
      "counts", "--truth", "truth.csv", "--report", "report.json", "--line", "A", "--json")
    let scores = try object(outcome.output)
    #expect(scores["precision"] as? Double == 1 && scores["recall"] as? Double == 0.5)
  }

  /// A command line that fails, and the one line it fails with.
  struct Failure: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    let message: String
    var testDescription: String { message }
  }

  static let failures = [
    Failure(
      arguments: ["tracks", "--result", "result.txt"], status: 64,
      message: "Missing expected argument '--truth <file>'; see --help"),
    Failure(
      arguments: ["tracks", "--truth", "gt.txt", "--result", "result.txt", "--from", "3", "--to", "2"],
      status: 64, message: "--to is 2; allowed: 3 or more; see --help"),
    Failure(
      arguments: ["counts", "--truth", "truth.csv", "--report", "report.json", "--delta", "2"], status: 64,
      message: "--delta is 2.0; allowed: more than 0 and less than 1; see --help"),
    Failure(
      arguments: ["counts", "--truth", "truth.csv", "--report", "report.json", "--line", "C"], status: 64,
      message: "cannot evaluate: --line is 'C'; the report has: A, B"),
    Failure(
      arguments: ["tracks", "--truth", "absent.txt", "--result", "result.txt"], status: 66,
      message: "cannot open absent.txt: no such file or directory; a readable file is needed"),
    Failure(
      arguments: ["tracks", "--truth", ".", "--result", "result.txt"], status: 66,
      message: "cannot open .: it is a folder; a readable file is needed"),
    Failure(
      arguments: ["tracks", "--truth", "gt.txt", "--result", "truth.csv"], status: 65,
      message: "cannot read the result: truth.csv:1: column 1 (frame) is 'camera'; allowed: a finite number"),
    Failure(
      arguments: ["detections", "--truth", "gt.txt", "--result", "result.txt", "--from", "3"], status: 65,
      message: "cannot evaluate: gt.txt: the truth has no box from frame 3 on; at least one is needed"),
    Failure(
      arguments: ["counts", "--truth", "truth.csv", "--report", "gt.txt"], status: 65,
      message: "cannot read the report: gt.txt: the content is not JSON; allowed: footfall.report/1"),
  ]

  @Test("a failure is one line on standard error and an exit status", arguments: failures)
  func fails(_ failure: Failure) async throws {
    let outcome = try await BuiltProgram.run(["evaluate"] + failure.arguments, in: folder.url)
    #expect(outcome.errorOutput == "footfall: \(failure.message)\n")
    #expect(outcome.status == failure.status)
    #expect(outcome.output.isEmpty)
  }

  @Test(
    "a broken report is named with the place in it",
    arguments: [
      (#""schema": "footfall.report/1""#, #""schema": "x""#, "/schema is 'x'; allowed: footfall.report/1"),
      (#""id": "B""#, #""name": "B""#, "/cameras/0/lines/1/id is missing"),
      (
        #""mediaSeconds": 4"#, #""mediaSeconds": "4""#,
        "/cameras/0/lines/1/crossings/0/mediaSeconds is '4'; allowed: a number"
      ),
      (
        #""mediaSeconds": 4"#, #""mediaSeconds": -4"#,
        "/cameras/0/lines/1/crossings/0/mediaSeconds is -4.0; allowed: 0 to 1e9"
      ),
      (
        #""direction": "out""#, #""direction": "up""#,
        "/cameras/0/lines/1/crossings/0/direction is 'up'; allowed: in, out"
      ),
    ])
  func brokenReport(from old: String, to new: String, message: String) async throws {
    _ = try folder.write(Self.report.replacingOccurrences(of: old, with: new), to: "broken.json")
    let outcome = try await run("counts", "--truth", "truth.csv", "--report", "broken.json")
    #expect(outcome.errorOutput == "footfall: cannot read the report: broken.json: \(message)\n")
    #expect(outcome.status == 65)
  }

  @Test("a place of the truth that the report does not have is an error with its line")
  func unknownPlaces() async throws {
    _ = try folder.write("camera,line,mediaSeconds,direction\ndoor,A,1,in\ndoor,C,1,in\n", to: "line.csv")
    let line = try await run("counts", "--truth", "line.csv", "--report", "report.json")
    #expect(line.errorOutput == "footfall: cannot compare: line.csv:3: line is 'C'; the report has: A, B\n")
    _ = try folder.write("camera,line,mediaSeconds,direction\nback,A,1,in\n", to: "camera.csv")
    let camera = try await run("counts", "--truth", "camera.csv", "--report", "report.json")
    #expect(
      camera.errorOutput == "footfall: cannot compare: camera.csv:2: camera is 'back'; the report has: door\n"
    )
    #expect(line.status == 65 && camera.status == 65)
  }

  /// Runs the program through a shell, which can give it a standard output and error that fail.
  private func status(_ redirection: String, _ arguments: String...) throws -> Int32 {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments =
      ["-c", "exec \"$0\" evaluate tracks \"$@\" \(redirection)", BuiltProgram.url.path] + arguments
    shell.currentDirectoryURL = folder.url
    try shell.run()
    shell.waitUntilExit()
    return shell.terminationReason == .exit ? shell.terminationStatus : 128 + shell.terminationStatus
  }

  @Test("a result that can't be printed is one line and status 74", arguments: [["--json"], []])
  func fullOutput(options: [String]) throws {
    let errors = folder.url.appendingPathComponent("errors")
    let failed = try status(
      "\(options.joined()) >/dev/full 2>errors", "--truth", "gt.txt", "--result", "result.txt")
    #expect(failed == 74)
    #expect(
      try String(contentsOf: errors, encoding: .utf8)
        == "footfall: cannot write to standard output: no space left on device\n")
  }

  @Test("an error that can't be told still has its status", arguments: ["2>/dev/full", "2>&-"])
  func fullErrorOutput(redirection: String) throws {
    #expect(try status(redirection, "--truth", "absent.txt", "--result", "result.txt") == 66)
  }

  @Test("--help prints an example and succeeds", arguments: ["tracks", "detections", "counts"])
  func help(command: String) async throws {
    let outcome = try await run(command, "--help")
    #expect(outcome.status == 0 && outcome.errorOutput.isEmpty)
    #expect(outcome.output.contains("footfall evaluate \(command) --truth"))
  }
}
