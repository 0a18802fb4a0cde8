import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall layout report of tracks and sales")
struct LayoutSalesTests {
  private static let days = 3
  private static let visitors = 20
  private static let zones = ["bread", "milk"]
  private static let scene = """
    version: 1
    timezone: Europe/London
    floorPlan:
      zones:
        - {id: bread, kind: display, polygon: [[1, 1], [4, 1], [4, 4], [1, 4]]}
        - {id: milk, kind: display, polygon: [[6, 1], [9, 1], [9, 4], [6, 4]]}
    scenes:
      - {id: breakfast, zones: [bread, milk]}

    """

  /// Everybody comes to the bread, and two of five to the milk.
  private static var tracks: String {
    var rows = ["id,seconds,xMetres,yMetres"]
    for day in 0..<days {
      for visitor in 0..<visitors {
        let start = day * 86_400 + 36_000 + visitor * 60
        rows += (0..<4).map { "\(day)-\(visitor),\(start + 2 * $0),2,2" }
        if visitor % 5 < 2 { rows += (4..<8).map { "\(day)-\(visitor),\(start + 2 * $0),7,2" } }
      }
    }
    return rows.joined(separator: "\n")
  }

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func report(sales: [String]) async throws -> ReadLayout {
    _ = try folder.write(Self.scene, to: "scene.yaml")
    _ = try folder.write(Self.tracks, to: "tracks.csv")
    _ = try folder.write(sales.joined(separator: "\n"), to: "sales.csv")
    let outcome = try await BuiltProgram.run(
      [
        "layout", "report", "--tracks", "tracks.csv", "--start", "2026-03-02", "--scene", "scene.yaml",
        "--pos", "sales.csv", "--out", "out",
      ], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    let out = folder.url.appendingPathComponent("out")
    if SchemaValidator.isAvailable {
      let document = try String(contentsOf: out.appendingPathComponent("layout.json"), encoding: .utf8)
      #expect(try SchemaValidator.faults(of: document, schema: "footfall.layout-1") == [])
    }
    return try ReadLayout(folder: out)
  }

  @Test("A receipt is its number on its day, and goes on over midnight; to a zone of everybody a lift is 1")
  func receipts() async throws {
    var rows = ["receipt,time,zone,units,amount"]
    for day in 0..<Self.days {
      let time = "2026-03-0\(2 + day)T10:00"
      for number in 1...20 {
        rows.append("\(number),\(time),bread,1,2.5")
        if number % 3 == day { rows.append("\(number),\(time),milk,1,1.2") }
      }
    }
    rows += ["99,2026-03-02T23:58,bread,1,2.5", "99,2026-03-03T00:03,milk,1,1.2"]
    rows.append("99,2026-03-04T12:00,bread,1,2.5")
    let layout = try await report(sales: rows)
    let basket = try #require(layout.scenes.first?.basketRate)
    #expect(basket.count == 21 && basket.of == 62)
    #expect(layout.trips == 60 && layout.zones.map(\.visitors) == [60, 24])
    #expect(layout.pairs.map(\.lift) == [1])
  }

  @Test("Sales of the largest amounts that are allowed are reported")
  func largestAmounts() async throws {
    let rows = (0..<Self.days).flatMap { day in
      Self.zones.flatMap { zone in
        (0..<20).map { _ in "2026-03-0\(2 + day)T09:00,\(zone),1000000000,1000000000,1000000000" }
      }
    }
    let layout = try await report(sales: ["start,zone,lines,units,amount"] + rows)
    let conversion = try #require(layout.zones.first?.sales?.linesPerVisitor.value)
    #expect(abs(conversion - 1e9) < 1)
  }
}
