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
  func hostile(name: String) throws {
    for language in LayoutLanguage.allCases {
      var report = Self.report(zone: name, scene: name)
      report.comparisons = [try Self.comparison(name, effect: 0.25, declared: name)]
      report.suggestion = try Self.suggestion([name, "milk", "wine"])
      let page = String(decoding: LayoutPage(report, language).encoded(), as: UTF8.self)
      #expect(MarkupCheck.fault(of: page) == nil, "\(name)")
    }
  }

  /// A quarter more with the change, beside a control; or only a side that does not differ.
  private static func comparison(_ name: String, effect: Double, declared: String? = nil) throws
    -> ComparisonDocument
  {
    func days(_ level: Double, _ factor: Double, _ stride: Int) -> [DayValue] {
      (0..<56).map { day in
        let noise = Double((day * stride) % 11 - 5)
        return DayValue(day: 20_000 + day, value: (level + noise) * (day < 28 ? 1 : factor))
      }
    }
    let experiment = try Experiment(
      days(100, 1 + effect, 7919), before: 20_000...20_027, after: 20_028...20_055, controls: [days(90, 1, 4)]
    )
    return ComparisonDocument(
      experiment.compared(geometryChanged: declared != nil, seed: 1), series: name, controls: ["south"],
      declaredChange: declared, knowsGeometry: true, looks: 1, look: 1)
  }

  @Test("Experiments are drawn with what each method says, week by week and on dates without a change")
  func experiments() throws {
    var report = Self.report()
    report.comparisons = [try Self.comparison("north", effect: 0.25), try Self.comparison("west", effect: 0)]
    for language in LayoutLanguage.allCases {
      let page = String(decoding: LayoutPage(report, language).encoded(), as: UTF8.self)
      #expect(MarkupCheck.fault(of: page) == nil)
      // Both on one scale, then methods, weeks and false dates of each.
      #expect(page.components(separatedBy: "<ul class=\"forest\">").count - 1 == 7)
      #expect(page.contains(language == .english ? "The change made north higher." : "此次改动使 north 上升。"))
      #expect(page.contains(language == .english ? "Inconclusive:" : "尚无定论"))
      #expect(page.contains(language == .english ? "week 1 after" : "改动后第 1 周"))
    }
    #expect(
      !String(decoding: LayoutPage(Self.report(), .english).encoded(), as: UTF8.self).contains("forest\">"))
  }

  @Test("A comparison is read as it was written, and one of another form is refused")
  func comparisonIsRead() throws {
    let written = try Self.comparison("north", effect: 0.25, declared: "a shelf moved")
    let bytes = [UInt8](try JSONEncoder().encode(written))
    #expect(try ComparisonDocument(bytes) == written)
    let share = try #require(written.share)
    #expect(abs(share.value - written.effect.value / written.baseline.mean) < 1e-12)
    let other = String(decoding: bytes, as: UTF8.self).replacing("layout-comparison", with: "layout")
    #expect(throws: DocumentError("/schema", "is 'footfall.layout/1'; allowed: footfall.layout-comparison/1"))
    {
      try ComparisonDocument(Array(other.utf8))
    }
    #expect(throws: DocumentError.self) { try ComparisonDocument(Array("{}".utf8)) }
  }

  private static func suggestion(_ zones: [String]) throws -> SuggestionDocument {
    let goods = zones.enumerated().map { place, id in
      LayoutProblem.Scene(id: id, value: place == 0 ? 1 : 0, zone: place, allowed: Set(zones.indices))
    }
    let problem = LayoutProblem(
      scenes: goods, zones: zones.enumerated().map { LayoutProblem.Zone(id: $1, draw: $0 == 0 ? 0.6 : 0.5) },
      affinities: [0, 1, 0, 1, 0, 0, 0, 0, 0], exposures: [0, 0.1, 0.3, 0.1, 0, 0.1, 0.3, 0.1, 0])
    let answer = try problem.suggested(3, seed: 1)
    return SuggestionDocument(
      problem, placements: answer.placements, isProved: answer.isProved, hasExposures: true)
  }

  @Test("A suggestion is drawn before and after, with what moves", arguments: LayoutLanguage.allCases)
  func suggestion(language: LayoutLanguage) throws {
    var report = Self.report()
    let suggestion = try Self.suggestion(["bread", "milk", "wine"])
    report.suggestion = suggestion
    #expect(try SuggestionDocument([UInt8](try JSONEncoder().encode(suggestion))) == suggestion)
    #expect(suggestion.zones == ["bread", "milk", "wine"])
    let page = String(decoding: LayoutPage(report, language).encoded(), as: UTF8.self)
    #expect(MarkupCheck.fault(of: page) == nil)
    #expect(page.contains(language == .english ? "First suggestion" : "第一方案"))
    // Bread and milk, which belong together, come to stand where most people meet both: two zones change what they hold.
    #expect(page.components(separatedBy: " moved\"").count - 1 == 2)
    #expect(!page.contains("sales +"))
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
    let report = Self.report()
    func lines(_ bytes: [UInt8]) -> [String] {
      String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }
    #expect(lines(LayoutTables.zones(report)).count == 4)
    let moves = lines(LayoutTables.moves(report))
    #expect(
      moves.dropFirst().map { $0.split(separator: ",").prefix(3).joined(separator: " ") } == [
        "(entry) bread 200", "(entry) milk 50", "bread milk 100", "bread (exit) 100", "milk (exit) 150",
      ])
    #expect(lines(LayoutTables.pairs(report)).count == 2)
  }
}
