import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

@testable import footfall

/// The parts of the JSON Schema that repeat what the parser knows.
private struct Schema: Decodable {
  struct Property: Decodable {
    var `enum`: [String]?
  }

  struct Definition: Decodable {
    var properties: [String: Property]?
  }

  var properties: [String: Property]
  var definitions: [String: Definition]

  enum CodingKeys: String, CodingKey {
    case properties
    case definitions = "$defs"
  }

  static func shipped() throws -> Schema {
    let file = SharedData.packageRoot.appendingPathComponent("schemas/footfall.scene-1.schema.json")
    return try JSONDecoder().decode(Schema.self, from: Data(contentsOf: file))
  }
}

@Suite("The scene file's JSON Schema")
struct SceneSchemaTests {
  @Test("The schema knows the keys that the parser knows")
  func keys() throws {
    let schema = try Schema.shipped()
    #expect(Set(schema.properties.keys) == Set(SceneParser.Keys.file))
    let expected = [
      "camera": SceneParser.Keys.camera, "line": SceneParser.Keys.line, "zone": SceneParser.Keys.zone,
      "floor": SceneParser.Keys.floor, "lens": SceneParser.Keys.lens, "scene": SceneParser.Keys.scene,
      "thresholds": SceneParser.Keys.thresholds,
      "hours": SceneParser.Keys.hours, "sinks": SceneParser.Keys.sinks, "webhook": SceneParser.Keys.webhook,
      "broker": SceneParser.Keys.broker, "alert": SceneParser.Keys.alert,
      "server": SceneParser.Keys.server,
      "retention": SceneParser.Keys.retention,
      "members": SceneParser.Keys.members, "memberCamera": SceneParser.Keys.memberCamera,
      "memberHook": SceneParser.Keys.memberHook,
      "floorPlan": SceneParser.Keys.floorPlan,
      "entrance": SceneParser.Keys.entrance, "floorZone": SceneParser.Keys.floorZone,
    ]
    for (name, keys) in expected {
      let properties = try #require(schema.definitions[name]?.properties)
      #expect(Set(properties.keys) == Set(keys), "\(name)")
    }
  }

  @Test("The schema knows the kinds and units that the parser knows")
  func choices() throws {
    let schema = try Schema.shipped()
    func values(_ definition: String, _ key: String) -> [String]? {
      schema.definitions[definition]?.properties?[key]?.enum
    }
    #expect(values("line", "kind") == CountingLine.Kind.allCases.map(\.rawValue))
    #expect(values("zone", "kind") == Zone.Kind.allCases.map(\.rawValue))
    #expect(values("camera", "units") == SceneFile.Units.allCases.map(\.rawValue))
    #expect(schema.properties["units"]?.enum == SceneFile.Units.allCases.map(\.rawValue))
  }

  @Test("The documentation has a row for every key")
  func documentation() throws {
    let page = try String(
      contentsOf: SharedData.packageRoot.appendingPathComponent("docs/scene-file.md"), encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap {
      $0.split(separator: "|").first
    }
    let tables = [
      ("", SceneParser.Keys.file), ("cameras[].", SceneParser.Keys.camera),
      ("lines[].", SceneParser.Keys.line),
      ("zones[].", SceneParser.Keys.zone), ("floor.", SceneParser.Keys.floor),
      ("floor.lens.", SceneParser.Keys.lens),
      ("scenes[].", SceneParser.Keys.scene), ("thresholds.", SceneParser.Keys.thresholds),
      ("hours.", SceneParser.Keys.hours), ("server.", SceneParser.Keys.server),
      ("retention.", SceneParser.Keys.retention),
      ("floorPlan.", SceneParser.Keys.floorPlan),
      ("entrances[].", SceneParser.Keys.entrance), ("floorPlan.zones[].", SceneParser.Keys.floorZone),
    ]
    for (owner, keys) in tables {
      for key in keys { #expect(rows.contains { $0.contains("`\(owner)\(key)`") }, "\(owner)\(key)") }
    }
  }
}

@Suite("Guesses at misspelt names")
struct NearestNameTests {
  @Test(
    "Edits are counted as published",
    arguments: [
      ("kitten", "sitting", 3), ("ca", "abc", 3), ("form", "from", 1), ("", "abc", 3), ("same", "same", 0),
    ])
  func distance(a: String, b: String, edits: Int) {
    #expect(NearestName.editDistance(Array(a.unicodeScalars), Array(b.unicodeScalars)) == edits)
  }

  @Test("A name far from all candidates brings no guess")
  func far() {
    #expect(NearestName.of("colour", among: ["lines", "zones"]) == nil)
    #expect(NearestName.of("", among: ["id"]) == nil)
  }
}
