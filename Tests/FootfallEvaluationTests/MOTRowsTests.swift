import FootfallCore
import FootfallEvaluation
import Testing

@Suite("MOTRows")
struct MOTRowsTests {
  @Test("reads whole and broken numbers, blanks, CR LF, and a last line without an end")
  func readsRows() throws {
    let text = "1,2,10,20,30,40,0.5,-1,-1,-1\r\n\n  \n 3 , 4 ,-1.5,2e1,.25,40., 1\n5,-1,+7,0,1,1"
    let expected = [
      MOTRow(frame: 1, id: 2, box: BoundingBox(x: 10, y: 20, width: 30, height: 40), score: 0.5),
      MOTRow(frame: 3, id: 4, box: BoundingBox(x: -1.5, y: 20, width: 0.25, height: 40), score: 1),
      MOTRow(frame: 5, id: -1, box: BoundingBox(x: 7, y: 0, width: 1, height: 1), score: 1),
    ]
    #expect(try MOTRows.parse(Array(text.utf8), ids: .oncePerFrame) == expected)
  }

  @Test("an empty text has no rows", arguments: ["", "\n", " \n\n"])
  func readsNothing(text: String) throws {
    #expect(try MOTRows.parse(Array(text.utf8), ids: .oncePerFrame).isEmpty)
  }

  @Test("reads every number as the standard library does")
  func agreesWithDouble() throws {
    for number in ["0", "-0", "0.1", "123456789.123456", "12345678901234567890", "1e-7", "-3.25", "007.50"] {
      let rows = try MOTRows.parse(Array("1,1,\(number),0,1,1".utf8), ids: .unused)
      #expect(rows[0].box.x == Double(number), "\(number)")
    }
  }

  @Test(
    "names line, column, value and what is allowed",
    arguments: [
      ("frame 0", "0,1,1,1,1,1", "column 1 (frame) is '0'; allowed: a whole number from 1 to 1000000000"),
      (
        "broken frame", "1.5,1,1,1,1,1",
        "column 1 (frame) is '1.5'; allowed: a whole number from 1 to 1000000000"
      ),
      ("no number", "1,1,x,1,1,1", "column 3 (x) is 'x'; allowed: a finite number"),
      ("empty", "1,1,,1,1,1", "column 3 (x) is ''; allowed: a finite number"),
      ("not finite", "1,1,1,nan,1,1", "column 4 (y) is 'nan'; allowed: a finite number"),
      ("hexadecimal", "1,1,0x1p3,1,1,1", "column 3 (x) is '0x1p3'; allowed: a finite number"),
      ("too large", "1,1,1,1e999,1,1", "column 4 (y) is '1e999'; allowed: a finite number"),
      ("negative width", "1,1,1,1,-2,1", "column 5 (width) is '-2'; allowed: 0 or more"),
      ("negative height", "1,1,1,1,2,-0.5", "column 6 (height) is '-0.5'; allowed: 0 or more"),
      ("infinite score", "1,1,1,1,2,3,inf", "column 7 (score) is 'inf'; allowed: a finite number"),
      (
        "five columns", "1,1,1,1,2",
        "the row is '1,1,1,1,2'; allowed: frame,id,x,y,width,height[,score,…], here without height"
      ),
      (
        "twice", "7,9,1,1,2,3",
        "frame and id is '7,9'; allowed: each id once in a frame; it is on line 2, too"
      ),
    ])
  func rejects(label: String, line: String, message: String) {
    let text = "\n7,9,1,1,1,1\n\(line)\n"
    let error = #expect(throws: RowError.self) { try MOTRows.parse(Array(text.utf8), ids: .oncePerFrame) }
    #expect(error?.line == 3, "\(label)")
    #expect(error?.description == message, "\(label)")
  }

  @Test("detections may share the id -1 within a frame")
  func detectionsHaveNoIDs() throws {
    let text = "1,-1,0,0,1,1,0.5\n1,-1,0,0,1,1,0.4\n"
    #expect(try MOTRows.parse(Array(text.utf8), ids: .unused).map(\.score) == [0.5, 0.4])
  }
}
