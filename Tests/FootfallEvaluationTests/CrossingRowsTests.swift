import FootfallCore
import FootfallEvaluation
import FootfallTestSupport
import Testing

@Suite("CrossingRows")
struct CrossingRowsTests {
  private let door = CrossingRecord(
    place: .init(camera: "door", line: "A", direction: .in), time: MediaTime(seconds: 12.4))

  @Test(
    "finds the columns by their names, or in their order where there are none",
    arguments: [
      ("as documented", "camera,line,mediaSeconds,direction\ndoor,A,12.4,in\n", 2),
      ("another order", "direction,note,mediaSeconds,line,camera\r\nin,x,12.4,A,door\r\n", 2),
      ("no header", "door,A,12.4,in", 1),
      ("quotes", "camera,line,mediaSeconds,direction\n\n\"door\", \"A\" ,12.4,\"in\"", 3),
    ])
  func readsRows(label: String, text: String, line: Int) throws {
    let rows = try CrossingRows.parse(Array(text.utf8))
    #expect(rows.map(\.crossing) == [door], "\(label)")
    #expect(rows.map(\.line) == [line], "\(label)")
  }

  @Test("keeps commas and doubled quotes inside quotes")
  func readsQuotedValues() throws {
    let rows = try CrossingRows.parse(Array("\"a, \"\"b\"\"\",\"\"\"\",0,out".utf8))
    #expect(rows[0].crossing.place.camera == "a, \"b\"")
    #expect(rows[0].crossing.place.line == "\"")
  }

  @Test(
    "names line, column, value and what is allowed",
    arguments: [
      ("missing column", "camera,line,direction", 1, "the header is 'camera,line,direction'"),
      ("short row", "door,A,1,in\ndoor,A,1", 2, "the row is 'door,A,1'"),
      ("no id", "door,A,1,in\n,A,1,in", 2, "column 1 (camera) is ''"),
      ("no time", "door,A,1,in\ndoor,A,soon,in", 2, "column 3 (mediaSeconds) is 'soon'"),
      ("not a number", "door,A,1,in\ndoor,A,nan,in", 2, "column 3 (mediaSeconds) is 'nan'"),
      ("hexadecimal", "door,A,1,in\ndoor,A,0x2,in", 2, "column 3 (mediaSeconds) is '0x2'"),
      ("negative time", "door,A,1,in\ndoor,A,-1,in", 2, "column 3 (mediaSeconds) is '-1'"),
      ("direction", "door,A,1,in\ndoor,A,1,left", 2, "column 4 (direction) is 'left'; allowed: in or out"),
    ])
  func rejects(label: String, text: String, line: Int, message: String) {
    let error = #expect(throws: RowError.self) { try CrossingRows.parse(Array(text.utf8)) }
    #expect(error?.line == line, "\(label)")
    #expect(error?.description.hasPrefix(message) == true, "\(label): \(error?.description ?? "")")
  }

  @Test(
    "a row twice is named with its line and that of the first",
    arguments: [
      ("at once", "door,A,1,in\ndoor,A,1.000,in", 2, 1),
      ("later", "door,A,1,in\n\ndoor,B,1,in\ndoor,A,1,in", 4, 1),
    ])
  func refusesDuplicates(label: String, text: String, line: Int, first: Int) throws {
    let rows = try CrossingRows.parse(Array(text.utf8))
    let error = #expect(throws: RowError.self) { try CrossingRows.checkDistinct(rows) }
    #expect(error?.line == line, "\(label)")
    #expect(
      error?.description
        == "the row is 'door,A,1.000,in'; allowed: each crossing once; it stands in line \(first) already")
  }

  @Test("the same time at another line, camera or in the other direction is another crossing")
  func acceptsOtherPlaces() throws {
    let rows = try CrossingRows.parse(Array("door,A,1,in\ndoor,A,1,out\ndoor,B,1,in\nback,A,1,in".utf8))
    try CrossingRows.checkDistinct(rows)
    try CrossingRows.checkOrder(rows)
  }

  @Test("a time before that of an earlier row of its line and direction is named with both lines")
  func refusesDisorder() throws {
    let rows = try CrossingRows.parse(Array("door,A,124,in\ndoor,A,3,out\ndoor,A,13,in".utf8))
    let error = #expect(throws: RowError.self) { try CrossingRows.checkOrder(rows) }
    #expect(error?.line == 3)
    #expect(
      error?.description.hasPrefix(
        "the row is 'door,A,13.000,in'; allowed: a time from 124.000 on, that of line 1: ") == true)
    // By line, and by time over all lines: both are in order.
    for text in [
      "door,A,1,in\ndoor,A,5,in\ndoor,A,2,out\ndoor,B,1,in", "door,B,1,in\ndoor,A,2,in\ndoor,B,2,in",
    ] {
      try CrossingRows.checkOrder(try CrossingRows.parse(Array(text.utf8)))
    }
  }

  @Test("further columns are noticed")
  func furtherColumns() {
    #expect(CrossingRows.hasFurtherColumns(Array("\ncamera,line,mediaSeconds,direction,note\n".utf8)))
    #expect(!CrossingRows.hasFurtherColumns(Array("camera,line,mediaSeconds,direction\n".utf8)))
    #expect(
      !CrossingRows.hasFurtherColumns(Array("\"a,b\",A,1,in".utf8)) && !CrossingRows.hasFurtherColumns([]))
  }

  @Test("what is written is what is read, sorted", arguments: [1, 2, 3] as [UInt64])
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let ids = ["door", "a, \"b\"", "\"", "é"]
    var crossings: [CrossingRecord] = []
    for _ in 0..<60 {
      let place = CrossingRecord.Place(
        camera: ids[Int.random(in: 0..<ids.count, using: &random)],
        line: ids[Int.random(in: 0..<ids.count, using: &random)],
        direction: Bool.random(using: &random) ? .in : .out)
      let milliseconds = Int64.random(in: 0...90_000, using: &random)
      crossings.append(CrossingRecord(place: place, time: MediaTime(nanoseconds: milliseconds * 1_000_000)))
    }
    let bytes = CrossingText.encoded(crossings)
    let rows = try CrossingRows.parse(bytes)
    #expect(rows.map(\.crossing) == crossings.sorted(by: CrossingText.precedes), "seed \(seed)")
    try CrossingRows.checkOrder(rows)
    #expect(CrossingText.encoded(crossings.shuffled(using: &random)) == bytes, "seed \(seed)")
  }
}
