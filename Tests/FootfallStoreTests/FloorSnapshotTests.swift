import FootfallCore
import FootfallStore
import FootfallTestSupport
import Testing

@Suite("The map to the floor in the database")
struct FloorSnapshotTests {
  @Test("A run's floor is read back as it was, with its lens", arguments: [false, true])
  func roundTrip(hasLens: Bool) throws {
    let camera = SyntheticCamera(size: PixelSize(width: 640, height: 480))
    let lens =
      hasLens ? try LensDistortion(coefficients: [-0.1, 0.01, 0], unitPixels: 700, size: camera.size) : nil
    var scene = Fixture.scene
    let map: FloorMap = try #require(
      FloorMap(fitting: camera.correspondences(every: 2, within: 9), lens: lens))
    scene.floor = map
    let scratch = try ScratchStore()
    let store = try scratch.open()
    try store.record([Fixture.run(scene: scene)])
    let run = try #require(try store.runs(store: "high-street").first)
    #expect(run.scene == scene)
    #expect(run.geometryHash == (try GeometryVersion.hash(of: scene)))
    #expect(try GeometryVersion.hash(of: Fixture.scene) != run.geometryHash)
  }
}
