import FootfallCore
import FootfallLayout
import Foundation
import Testing

@testable import FootfallExport

@Suite("The page and the tables of a layout")
struct LayoutPageTests {
  private static func report(zone: String = "bread", scene: String = "breakfast") -> LayoutReport {
    func square(_ x: Double) -> Polygon {
      Polygon([Point(x, 0), Point(x + 2, 0), Point(x + 2, 2), Point(x, 2)])
    }
    let plan = LayoutPlan(
      views: [LayoutPlan.View(id: "floor", outline: square(0))],
      zones: [zone, "milk", "wine"].enumerated().map { place, id in
        LayoutPlan.Zone(id: id, parts: [LayoutPlan.Part(view: 0, polygon: square(Double(place) * 3))])
      }, scenes: [LayoutPlan.Scene(id: scene, zones: [0, 1])])
    var tally = TripTally(plan)
    for number in 0..<400 {
      let zones = number % 4 == 0 ? [0, 1] : number % 4 == 1 ? [0] : number % 8 == 2 ? [1] : []
      tally.add(
        Trip(
          day: 20_000 + number % 20,
          stays: zones.enumerated().map { place, zone in
            Stay(zone: zone, enterSeconds: Double(place) * 50, exitSeconds: Double(place) * 50 + 40)
          }))
    }
    return LayoutReport(
      store: "shop", timeZone: "Europe/London", generatorVersion: "0", source: .tracks,
      measures: LayoutMeasures(tally))
  }

  @Test("Pages are well formed and speak their language", arguments: LayoutLanguage.allCases)
  func pages(language: LayoutLanguage) {
    let page = String(decoding: LayoutPage(Self.report(), language).encoded(), as: UTF8.self)
    #expect(MarkupCheck.fault(of: page) == nil)
    #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
    #expect(page.contains(language == .english ? "Zones visited together" : "同时到访的区域"))
    #expect(page.contains("50 %"))
  }

  @Test("Names that would break out of a page do not", arguments: HostileName.all)
  func hostile(name: String) {
    for language in LayoutLanguage.allCases {
      let report = Self.report(zone: name, scene: name)
      let page = String(decoding: LayoutPage(report, language).encoded(), as: UTF8.self)
      #expect(MarkupCheck.fault(of: page) == nil, "\(name)")
    }
  }

  @Test("A zone that nobody entered is null with its reason, and all else is told")
  func document() throws {
    let report = Self.report()
    let text = try LayoutDocument(report).encoded()
    let content = try #require(JSONSerialization.jsonObject(with: Data(text)) as? [String: Any])
    let zones = try #require(content["zones"] as? [[String: Any]])
    #expect(zones.map { $0["reason"] as? String } == [nil, nil, "never visited"])
    #expect((zones[0]["draw"] as? [String: Any])?["value"] as? Double == 0.5)
    #expect(zones[2]["isDead"] as? Bool == true)
    #expect((content["warnings"] as? [String]) == ["nobody entered zone wine"])
    #expect(try LayoutDocument(Self.report()).encoded() == text, "equal data make equal bytes")
  }

  @Test("Tables have a row for each zone, move and pair that is told")
  func tables() {
    let measures = Self.report().measures
    func lines(_ bytes: [UInt8]) -> [String] {
      String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }
    #expect(lines(LayoutTables.zones(measures)).count == 4)
    let moves = lines(LayoutTables.moves(measures))
    #expect(
      moves.dropFirst().map { $0.split(separator: ",").prefix(3).joined(separator: " ") } == [
        "(entry) bread 200", "(entry) milk 50", "bread milk 100", "bread (exit) 100", "milk (exit) 150",
      ])
    #expect(lines(LayoutTables.pairs(measures)).count == 2)
  }
}
