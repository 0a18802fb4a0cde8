import FootfallTestSupport
import Foundation
import Testing

@Suite("What footfall layout report refuses")
struct LayoutRefusalTests {
  private static let head = """
    version: 1
    timezone: Europe/London
    floorPlan:
      zones:
        - {id: bread, polygon: [[1, 1], [4, 1], [4, 4], [1, 4]]}

    """
  private static let scene =
    "\(head)    - {id: milk, polygon: [[6, 1], [9, 1], [9, 4], [6, 4]]}\nscenes:\n  - {id: breakfast, zones: [bread, milk]}\n"
  private static let tracks = "id,seconds,xMetres,yMetres\n1,0,2,2\n1,1,2,3\n"

  /// The floor vanishes 86 pixels below the upper edge of the picture.
  private static let beyondHorizon = """
    version: 1
    timezone: Europe/London
    cameras:
      - id: hall
        floor: {points: [[100, 400, 0, 0], [540, 400, 4, 0], [400, 200, 4, 8], [240, 200, 0, 8]]}
        zones:
          - {id: milk, polygon: [[200, 300], [440, 300], [320, 50]]}

    """

  private func refusal(
    scene: String = scene, tracks: String = tracks, sales: String? = nil, answer: String? = nil,
    _ more: [String] = []
  ) async throws -> (status: Int32, line: String) {
    let folder = try TemporaryFolder()
    _ = try folder.write(scene, to: "scene.yaml")
    _ = try folder.write(tracks, to: "tracks.csv")
    var arguments = ["layout", "report", "--tracks", "tracks.csv", "--scene", "scene.yaml", "--out", "out"]
    if let answer { _ = try folder.write(answer, to: "answer.json") }
    if let sales {
      _ = try folder.write(sales, to: "sales.csv")
      arguments += ["--pos", "sales.csv"]
    }
    let outcome = try await BuiltProgram.run(arguments + ["--start", "2026-03-02"] + more, in: folder.url)
    #expect(
      !FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("out/layout.json").path))
    return (outcome.status, outcome.errorOutput.split(separator: "\n").last.map(String.init) ?? "")
  }

  @Test(
    "Tracks that are none are refused with their line",
    arguments: [
      ("id,seconds,x,yMetres\n", "tracks.csv:1: "), ("", "tracks.csv:1: the file is empty"),
      ("id,seconds,xMetres,yMetres\n1,0,2\n", "tracks.csv:2: the row has 3 cells"),
      ("id,seconds,xMetres,yMetres\n1,zero,2,2\n", "tracks.csv:2: seconds is 'zero'"),
      ("id,seconds,xMetres,yMetres\n1,0,2,nan\n", "tracks.csv:2: yMetres is 'nan'"),
      ("id,seconds,xMetres,yMetres\n1,0,2,2\n1,0,2,2\n", "tracks.csv:3: seconds is 0 for id '1'"),
      (
        "id,seconds,xMetres,yMetres\n1,1,2,2\n2,1,2,2\n1,5,2,2\n3,2,2,2\n",
        "tracks.csv:5: seconds is 2 after 5"
      ),
      ("id,seconds,xMetres,yMetres,staff\n1,0,2,2,maybe\n", "tracks.csv:2: staff is 'maybe'"),
      ("id,seconds,xMetres,yMetres\n", "tracks.csv has no rows in the time wanted"),
    ])
  func tracks(text: String, message: String) async throws {
    let (status, line) = try await refusal(tracks: text)
    #expect(status == 65 && line.contains(message), "\(line)")
  }

  @Test(
    "Scenes that can't be measured are refused with their line",
    arguments: [
      (
        "\(head)    - {id: milk, polygon: [[3, 1], [6, 1], [6, 4], [3, 4]]}\n",
        "scene.yaml:6:12: zone 'milk' overlaps zone 'bread'"
      ),
      ("\(head)    - {id: milk, polygon: [[6, 1], [9, 4], [9, 1], [6, 4]]}\n", "zone 'milk' crosses itself"),
      (
        "\(head)    - {id: milk, polygon: [[16, 1], [19, 1], [19, 4], [16, 4]]}\n  outline: [[0, 0], [10, 0], [10, 9], [0, 9]]\n",
        "scene.yaml:6:12: zone 'milk' with the corner 16, 1 is wholly outside the outline of floorPlan; expected"
      ),
      (
        "\(head)scenes:\n  - {id: breakfast, zones: [bread]}\n",
        "scene.yaml:7:10: scene 'breakfast' has one zone"
      ),
      ("\(head)scenes:\n  - {id: breakfast, zones: [bread, mlk]}\n", "scene.yaml:7:"),
      ("version: 1\ntimezone: Europe/London\nfloorPlan: {}\n", "has no zone to measure"),
      (
        beyondHorizon,
        "scene.yaml:7:14: zone 'milk' of camera 'hall' has the corner 320, 50, which the floor of the camera does not reach"
      ),
    ])
  func scenes(scene: String, message: String) async throws {
    let (status, line) = try await refusal(scene: scene)
    #expect(status == 65 && line.contains(message), "\(line)")
  }

  @Test(
    "Sales that are none are refused with their line",
    arguments: [
      ("a,b\n", "sales.csv:1: the header is 'a,b'"),
      (
        "receipt,time,zone,units,amount\nr1,2026-03-02T09:00,bred,1,2\n",
        "sales.csv:2: zone is 'bred'; did you mean 'bread'?"
      ),
      ("receipt,time,zone,units,amount\nr1,noon,bread,1,2\n", "sales.csv:2: time is 'noon'"),
      ("start,zone,lines,units,amount\n2026-03-02T09:00,bread,1.5,1,2\n", "sales.csv:2: lines is '1.5'"),
      ("start,zone,lines,units,amount\n2026-03-02T09:00,bread,1,x,2\n", "sales.csv:2: units is 'x'"),
    ])
  func sales(text: String, message: String) async throws {
    let (status, line) = try await refusal(sales: text)
    #expect(status == 65 && line.contains(message), "\(line)")
  }

  private static let suggestion = """
    {"schema": "footfall.layout-suggestion/1", "proved": true, "assumptions": [], "measureNext": [], "alternatives": [
    {"rank": 1, "value": 1, "moves": 1, "placement": [{"scene": "breakfast", "zone": "mlk"}]}]}
    """

  @Test(
    "What is to be drawn on the page is refused where it is none, or of other zones",
    arguments: [
      ("--comparison", "day,value\n", "cannot read the comparison: answer.json: the content is not JSON"),
      ("--comparison", suggestion, "answer.json: /"),
      ("--suggestion", "{}", "cannot read the suggestion: answer.json: /schema is missing"),
      ("--suggestion", suggestion, "zone 'mlk' is not measured here; did you mean 'milk'?"),
    ])
  func answers(option: String, text: String, message: String) async throws {
    let (status, line) = try await refusal(answer: text, [option, "answer.json"])
    #expect(status == 65 && line.contains(message), "\(line)")
  }

  @Test(
    "Placements are of a file, or of what is measured",
    arguments: [
      ([], "give either a file, or --db or --tracks and --scene"),
      (["s.yaml", "--db", "x.db", "--scene", "scene.yaml"], "give either a file"),
      (["s.yaml", "--fixed", "milk"], "--fixed and --forbid belong to --db and --tracks"),
      (["--db", "x.db"], "--scene is missing"), (["--tracks", "x.csv", "--forbid", "milk"], "milk"),
    ])
  func suggested(arguments: [String], message: String) async throws {
    let folder = try TemporaryFolder()
    let outcome = try await BuiltProgram.run(["layout", "suggest"] + arguments, in: folder.url)
    #expect(outcome.status == 64 && outcome.errorOutput.contains(message), "\(outcome.errorOutput)")
  }

  @Test("Options that do not go together are a mistake of usage")
  func usage() async throws {
    for more in [
      ["--db", "x.db"], ["--store", "s"], ["--from", "tomorrow"],
      ["--from", "2026-03-03", "--to", "2026-03-02"],
    ] {
      #expect(try await refusal(more).status == 64, "\(more)")
    }
  }
}
