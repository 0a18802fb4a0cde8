import FootfallCore
import FootfallEvaluation
import FootfallTestSupport
import Testing

@Suite("AuditSheet")
struct AuditSheetTests {
  private let place = CrossingRecord.Place(camera: "door", line: "A", direction: .in)

  @Test(
    "whatever is done to it, marks are sorted, distinct and whole milliseconds",
    arguments: [1, 2, 3] as [UInt64])
  func invariants(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var sheet = AuditSheet()
    var ids: Set<Int> = []
    var everUsed: Set<Int> = []
    for _ in 0..<300 {
      let place = CrossingRecord.Place(
        camera: "door", line: Bool.random(using: &random) ? "A" : "B",
        direction: Bool.random(using: &random) ? .in : .out)
      let time = MediaTime(nanoseconds: Int64.random(in: 0...12_000_000, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: if let id = ids.sorted().randomElement(using: &random) { ids.remove(sheet.remove(id)?.id ?? 0) }
      case 1: if let id = ids.sorted().randomElement(using: &random) { sheet.move(id, to: place, time: time) }
      default:
        let id = sheet.add(at: place, time: time).id
        #expect(everUsed.insert(id).inserted, "seed \(seed): \(id) was used before")
        ids.insert(id)
      }
      #expect(Set(sheet.marks.map(\.id)) == ids, "seed \(seed)")
      #expect(Set(sheet.crossings).count == sheet.crossings.count, "seed \(seed)")
      #expect(sheet.crossings == sheet.crossings.sorted(by: CrossingText.precedes), "seed \(seed)")
      #expect(sheet.crossings.allSatisfy { $0.time.nanoseconds % 1_000_000 == 0 }, "seed \(seed)")
    }
  }

  @Test("people in the same frame are milliseconds apart, and a mark moved to where it is stays")
  func sameFrame() {
    var sheet = AuditSheet()
    let time = MediaTime(seconds: 0.4)
    let ids = (0..<3).map { _ in sheet.add(at: place, time: time).id }
    #expect(sheet.crossings.map(\.time.seconds) == [0.4, 0.401, 0.402])
    #expect(sheet.move(ids[1], to: place, time: MediaTime(seconds: 0.401))?.crossing.time.seconds == 0.401)
    #expect(sheet.remove(99) == nil && sheet.move(99, to: place, time: time) == nil)
  }
}
