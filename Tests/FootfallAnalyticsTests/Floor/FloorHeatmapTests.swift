import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

@Suite struct FloorHeatmapTests {
  @Test(
    "A square is seen where all of it is in the picture and large enough, and nowhere else",
    arguments: [
      SyntheticCamera(heightMetres: 4, pitch: 35), SyntheticCamera(heightMetres: 3, pitch: 15),
      SyntheticCamera(position: Point(-120, 80), heightMetres: 6, pitch: 60, pan: 140),
      SyntheticCamera(heightMetres: 5, pitch: 90, focalPixels: 400, size: PixelSize(width: 330, height: 250)),
    ])
  func seenSquares(camera: SyntheticCamera) throws {
    let map = try #require(FloorMap(fitting: camera.correspondences(every: 0.5, within: 15)))
    let cells = FloorCells(seenIn: camera.size, through: map)
    #expect(cells.seenCount > 30)
    let side = FloorCells.sideMetres
    let reach = 30.0
    for x in stride(from: -reach, to: reach, by: side) {
      for y in stride(from: -reach, to: reach, by: side) {
        let corner = Point(
          (camera.position.x / side).rounded() * side + x, (camera.position.y / side).rounded() * side + y)
        let corners = [(0.0, 0.0), (side, 0), (side, side), (0, side)].map { corner + Point($0.0, $0.1) }
        let places = corners.map { camera.imagePoint(of: $0) }
        let isWhole = places.allSatisfy { place in
          place.map { camera.shows($0) && $0.y <= Double(camera.size.height) * 0.98 } ?? false
        }
        let isSeen = cells.seenIndex(of: corner + Point(side / 2, side / 2)) != nil
        if isSeen { #expect(isWhole, "\(corner)") }
        // Whole and not seen are only squares that are shown too small: less than 2 pixels across, so that their area is
        // less than that times their length; a fifth more, as they are no parallelograms.
        if isWhole, !isSeen {
          let seen = places.compactMap { $0 }
          let area = abs((seen[2] - seen[0]).cross(seen[3] - seen[1])) / 2
          let length = max((seen[2] - seen[0]).length, (seen[3] - seen[1]).length)
          #expect(area < 2 * length * 1.2, "\(corner)")
        }
      }
    }
  }

  @Test("Time on the plan and elsewhere add up to all of it, and every second is where the person stood")
  func sums() throws {
    let view = try FloorView()
    let result = try view.result(
      seconds: 60,
      people: [
        { _ in Point(0.6, 6.1) }, { seconds in Point(-8 + seconds * 0.3, 7) },
        { seconds in Point(1, 2 + seconds * 2) },
      ])
    let heatmap = result.heatmap
    #expect(abs(heatmap.personSeconds.reduce(0, +) + heatmap.elsewhere - 180) < 1e-6)
    #expect(heatmap.elsewhere > 1)
    let square = try #require(heatmap.cells.seenIndex(of: Point(0.6, 6.1)))
    #expect(abs(heatmap.personSeconds[square] - 60) < 2)
    #expect(heatmap.cells.middle(of: square) == Point(0.75, 6.25))
    #expect(heatmap.density(of: square) == heatmap.personSeconds[square] * 4)
  }

  @Test("A square that is not seen has no density, not 0")
  func unseen() throws {
    let heatmap = try FloorView().result(seconds: 1, people: []).heatmap
    for index in heatmap.personSeconds.indices {
      #expect((heatmap.density(of: index) == nil) == !heatmap.cells.isSeen(index))
    }
    #expect((0..<heatmap.personSeconds.count).contains { !heatmap.cells.isSeen($0) })
  }

  @Test("Feet beyond the horizon, far outside the picture or nowhere do no harm and are on no square")
  func wildFeet() throws {
    let view = try FloorView()
    var analyzer = CameraAnalyzer(scene: view.scene, size: view.camera.size, series: [])
    let feet: [(Double, Double)] = [
      (640, -4000), (640, 0), (-1e12, 300), (1e300, 1e300), (.infinity, 5), (.nan, .nan), (640, 1e9),
      (640, 719.9),
    ]
    for (index, foot) in feet.enumerated() {
      let snapshot = TrackSnapshot(
        track: TrackID(index + 1),
        box: BoundingBox(x: foot.0 - 20, y: foot.1 - 100, width: 40, height: 100), score: 1,
        state: .confirmed,
        evidence: .observed)
      analyzer.observe(
        [snapshot],
        in: FrameStamp(
          number: index + 1, time: MediaTime(seconds: Double(index) / 10), duration: .milliseconds(100)))
    }
    let result = try #require(analyzer.finish().result.floor)
    #expect(result.heatmap.personSeconds.allSatisfy { $0 == 0 })
    #expect(abs(result.heatmap.elsewhere - 0.8) < 1e-9)
    #expect(result.walks.count == feet.count && result.walks.allSatisfy { $0.pathMetres == 0 })
  }
}
