import FootfallCore
import FootfallEvaluation
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
      ("negative time", "door,A,1,in\ndoor,A,-1,in", 2, "column 3 (mediaSeconds) is '-1'"),
      ("direction", "door,A,1,in\ndoor,A,1,left", 2, "column 4 (direction) is 'left'; allowed: in or out"),
    ])
  func rejects(label: String, text: String, line: Int, message: String) {
    let error = #expect(throws: RowError.self) { try CrossingRows.parse(Array(text.utf8)) }
    #expect(error?.line == line, "\(label)")
    #expect(error?.description.hasPrefix(message) == true, "\(label): \(error?.description ?? "")")
  }
}
