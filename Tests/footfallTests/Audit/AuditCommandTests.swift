import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall audit")
struct AuditCommandTests {
  private let folder: TemporaryFolder
  private let header = "camera,line,mediaSeconds,direction\n"

  init() throws {
    folder = try TemporaryFolder()
    try RunningAudit.prepare(folder)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  @Test("a marked crossing is in the file at once, and evaluate counts reads it")
  func marking() async throws {
    let audit = try await RunningAudit(in: folder)
    #expect(try audit.crossings() == header)
    let body = #"{"line": "entrance", "direction": "in", "frame": 5}"#
    let first = try MarksAnswer(try await audit.send("POST", "marks", body: body))
    #expect(first.marks.map(\.seconds) == [0.4])
    #expect(try audit.crossings() == header + "door,entrance,0.400,in\n")
    // A second person in the same frame is another crossing.
    let second = try MarksAnswer(try await audit.send("POST", "marks", body: body))
    #expect(second.marks.map(\.seconds) == [0.4, 0.401])
    let outcome = try await audit.end()
    #expect(outcome.status == 0 && outcome.errorOutput.hasSuffix("Ctrl-C ends the audit\n"))
    // Nothing but the crossings was written: no picture.
    #expect(try names() == ["crossings.csv", "film.y4m", "scene.yaml"])

    _ = try folder.write(
      """
      {"schema": "footfall.report/1", "cameras": [{"id": "door", "lines": [{"id": "entrance", "crossings": [
        {"mediaSeconds": 0.5, "direction": "in"}]}, {"id": "back", "crossings": []}]}]}
      """, to: "report.json")
    let scores = try await BuiltProgram.run(
      ["evaluate", "counts", "--truth", "crossings.csv", "--report", "report.json"], in: folder.url)
    #expect(scores.output.contains("  0.5000  recall: 1 of 2; precision 1.0000: 1 of 1\n"))
  }

  @Test("marks are moved and deleted, and the file stays sorted")
  func editing() async throws {
    let audit = try await RunningAudit(in: folder)
    for frame in [21, 1, 11] {
      let body = #"{"line": "back", "direction": "out", "frame": \#(frame)}"#
      #expect(try await audit.send("POST", "marks", body: body).status == 200)
    }
    let moved = try MarksAnswer(
      try await audit.send(
        "PUT", "marks/2", body: #"{"line": "entrance", "direction": "in", "seconds": 2.9876}"#))
    #expect(moved.id == 2 && moved.marks.map(\.id) == [3, 1, 2])
    let rest = try MarksAnswer(try await audit.send("DELETE", "marks/3"))
    #expect(rest.marks.map(\.id) == [1, 2])
    #expect(try audit.crossings() == header + "door,back,2.000,out\ndoor,entrance,2.988,in\n")
    #expect(try await audit.send("DELETE", "marks/3").status == 404)
    #expect(try await audit.end(SIGTERM).status == 0)
  }

  @Test("a file that is there is gone on with, and other cameras' rows stay")
  func continuing() async throws {
    let rows = "door,entrance,2.5,out\nshelf,aisle,1,in\ndoor,entrance,1.5,in\n"
    _ = try folder.write(rows, to: "crossings.csv")
    let audit = try await RunningAudit(in: folder)
    let before = try MarksAnswer(try await audit.send("GET", "state"))
    #expect(before.marks.map(\.seconds) == [1.5, 2.5])
    let body = #"{"line": "back", "direction": "in", "frame": 1}"#
    #expect(try await audit.send("POST", "marks", body: body).status == 200)
    #expect(
      try audit.crossings() == header
        + "door,back,0.000,in\ndoor,entrance,1.500,in\ndoor,entrance,2.500,out\nshelf,aisle,1.000,in\n")
    _ = try await audit.end()
  }

  @Test("frames come by number and by time, in any order, with the times of the analysis")
  func frames() async throws {
    let audit = try await RunningAudit(in: folder)
    for number in [1, 30, 7, 29, 2] {
      let answer = try await audit.send("GET", "frame/\(number)")
      #expect(answer.status == 200 && answer.headers["content-type"] == "image/jpeg")
      #expect(answer.body.starts(with: [0xFF, 0xD8, 0xFF]))
      #expect(answer.headers["x-frame"] == "\(number)")
      #expect(answer.headers["x-media-seconds"].flatMap(Double.init) == Double(number - 1) / 10)
      // A browser's cache lies on the disk.
      #expect(answer.headers["cache-control"] == "no-store")
    }
    for (seconds, number) in [("0", "1"), ("1.25", "13"), ("1.3", "14"), ("1.299", "13"), ("99", "30")] {
      #expect(try await audit.send("GET", "time/\(seconds)").headers["x-frame"] == number, "\(seconds)")
    }
    #expect(try await audit.send("GET", "frame/31").status == 404)
    #expect(try await audit.send("GET", "frame/0").status == 400)
    _ = try await audit.end()
  }

  @Test("the page and its parts are there, and refer to nothing outside")
  func page() async throws {
    let audit = try await RunningAudit(in: folder)
    for (path, type) in [("", "text/html"), ("audit.css", "text/css"), ("audit.js", "text/javascript")] {
      let answer = try await audit.send("GET", path)
      #expect(answer.status == 200 && answer.headers["content-type"] == type + "; charset=utf-8")
      let addresses = answer.text.replacing("http://www.w3.org/2000/svg", with: "")
      #expect(!addresses.contains("://"), "\(path)")
    }
    let state = try await audit.send("GET", "state").text
    // In is from left to right of who walks along a line, unless it is swapped.
    #expect(state.contains(#""id":"entrance","inward":[-1,0]"#), "\(state)")
    #expect(state.contains(#""id":"back","inward":[0,-1]"#), "\(state)")
    _ = try await audit.end()
  }

  @Test("requests without the token or by another name of the machine are refused")
  func access() async throws {
    let audit = try await RunningAudit(in: folder)
    let page = audit.page
    let wrong = "/" + String(repeating: "0", count: 32) + "/"
    for path in ["/", "/frame/1", wrong, wrong + "state", "/favicon.ico", page.uppercased() + "x"] {
      #expect(try await LoopbackClient.send("GET", path, port: audit.port).status == 403, "\(path)")
    }
    for (host, status) in [
      ("localhost:\(audit.port)", 200), ("localhost", 200), ("[::1]:1", 200), ("127.0.0.1.evil.example", 403),
      ("evil.example:\(audit.port)", 403), ("192.168.0.1", 403),
    ] {
      let answer = try await LoopbackClient.send("GET", page + "state", port: audit.port, host: host)
      #expect(answer.status == status, "\(host)")
    }
    _ = try await audit.end()
  }

  @Test(
    "a mark that cannot be is refused and not saved",
    arguments: [
      (#"{"line": "door", "direction": "in", "frame": 1}"#, 422),
      (#"{"line": "back", "direction": "up", "frame": 1}"#, 422),
      (#"{"line": "back", "direction": "in", "frame": 31}"#, 422),
      (#"{"line": "back", "direction": "in"}"#, 422),
      (#"{"line": "back", "direction": "in", "seconds": -1}"#, 422), ("{", 400), ("", 400),
    ])
  func refusedMarks(body: String, status: Int) async throws {
    let audit = try await RunningAudit(in: folder)
    #expect(try await audit.send("POST", "marks", body: body).status == status)
    #expect(try audit.crossings() == header)
    _ = try await audit.end()
  }

  @Test(
    "what cannot be audited is one line and its status",
    arguments: [
      (["--listen", "0.0.0.0:80"], Int32(64), "allowed: 127.0.0.1, localhost or [::1] with a port"),
      (["--camera", "shelf"], 64, "no camera 'shelf'"),
      (["--scene", "none.yaml"], 66, "no such file"),
      (["--scene", "bare.yaml"], 65, "cannot audit: camera 'door' of bare.yaml has no lines"),
      (["--out", "notes.csv"], 65, "cannot go on with notes.csv:1: it has further columns"),
      (["--out", "twice.csv"], 65, "twice.csv:3: the row is 'door,entrance,1.000,in'"),
      (["--out", "film.y4m/crossings.csv"], 74, "film.y4m: not a directory"),
    ])
  func refusals(change: [String], status: Int32, message: String) async throws {
    _ = try folder.write("version: 1\ntimezone: UTC\ncameras:\n  - id: door\n", to: "bare.yaml")
    _ = try folder.write("camera,line,mediaSeconds,direction,note\n", to: "notes.csv")
    _ = try folder.write(header + "door,entrance,1,in\ndoor,entrance,1,in\n", to: "twice.csv")
    let scene = change.contains("--scene") ? [] : ["--scene", "scene.yaml"]
    let outcome = try await BuiltProgram.run(["audit", "film.y4m"] + scene + change, in: folder.url)
    #expect(outcome.status == status && outcome.output.isEmpty)
    #expect(outcome.errorOutput.hasPrefix("footfall: ") && outcome.errorOutput.contains(message))
    #expect(outcome.errorOutput.count { $0 == "\n" } == 1)
  }

  @Test("a port that is taken is one line and status 69")
  func takenPort() async throws {
    let audit = try await RunningAudit(in: folder)
    let outcome = try await BuiltProgram.run(
      ["audit", "film.y4m", "--scene", "scene.yaml", "--listen", "127.0.0.1:\(audit.port)"], in: folder.url)
    #expect(outcome.status == 69)
    #expect(
      outcome.errorOutput.hasPrefix(
        "footfall: cannot listen at 127.0.0.1:\(audit.port): address already in use; "))
    _ = try await audit.end()
  }

  @Test("--help prints an example")
  func help() async throws {
    let outcome = try await BuiltProgram.run(["audit", "--help"])
    #expect(outcome.status == 0 && outcome.output.contains("footfall audit door.mp4 --scene store.yaml"))
  }
}
