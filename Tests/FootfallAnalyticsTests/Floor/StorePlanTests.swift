import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

@Suite struct StorePlanTests {
  /// Two cameras that look at each other across a hall of 12 m; the second one hangs higher.
  private static func views() throws -> [FloorView] {
    [
      try FloorView(SyntheticCamera(position: Point(0, 0), heightMetres: 3.5, pitch: 30), id: "a"),
      try FloorView(SyntheticCamera(position: Point(1, 12), heightMetres: 4.5, pitch: 35, pan: 180), id: "b"),
    ]
  }

  private static func plan(_ people: [(Double) -> Point?], seconds: Double = 30) throws -> StorePlan {
    let seen = try views().map { view in
      (camera: view.scene.id, heatmap: try view.result(seconds: seconds, people: people).heatmap)
    }
    return try #require(StorePlan(seen))
  }

  @Test("Who stands where both cameras see the floor counts once", arguments: [4.2, 5.3, 6.2, 7.3])
  func once(y: Double) throws {
    let plan = try Self.plan([{ _ in Point(0.3, y) }])
    #expect(abs(plan.heatmap.personSeconds.reduce(0, +) - 30) < 1e-6)
    #expect(plan.cameras.map(\.personSeconds).reduce(0, +) == plan.heatmap.personSeconds.reduce(0, +))
    // The other camera saw it too.
    #expect(abs(plan.cameras.map(\.personSecondsOfOthers).reduce(0, +) - 30) < 1e-6)
  }

  @Test("A walk through the hall takes as long on the plan as it took")
  func walk() throws {
    let plan = try Self.plan([{ seconds in Point(0.3, 3 + seconds * 0.2) }])
    #expect(abs(plan.heatmap.personSeconds.reduce(0, +) - 30) < 0.5)
  }

  @Test("Every square belongs to the camera that shows it largest, and to none where nobody sees it")
  func owners() throws {
    let plan = try Self.plan([])
    let views = try Self.views().map { try $0.result(seconds: 1, people: []).heatmap.cells }
    let cells = plan.heatmap.cells
    var both = 0
    for index in plan.owners.indices {
      let shown = views.map { view -> Double in
        guard let own = cells.index(of: index, in: view) else { return 0 }
        return view.pixelsPerMetre[own]
      }
      let largest = shown.max() ?? 0
      #expect((plan.owners[index] == nil) == (largest == 0))
      #expect(cells.isSeen(index) == (largest > 0))
      if let owner = plan.owners[index] { #expect(shown[owner] == largest) }
      if shown.allSatisfy({ $0 > 0 }) { both += 1 }
    }
    #expect(both > 50)
    #expect(plan.cameras.map(\.squares).reduce(0, +) == cells.seenCount)
    // The ends of the hall belong to those who hang there.
    #expect(plan.owners[try #require(cells.seenIndex(of: Point(0.1, 4.1)))] == 0)
    #expect(plan.owners[try #require(cells.seenIndex(of: Point(0.1, 8.1)))] == 1)
  }

  @Test("One camera alone makes no plan of several")
  func alone() throws {
    let heatmap = try FloorView().result(seconds: 1, people: []).heatmap
    #expect(StorePlan([(camera: "a", heatmap: heatmap)]) == nil)
  }
}
