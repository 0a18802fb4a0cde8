import FootfallCore
import FootfallTestSupport
import FootfallVision
import Foundation
import Testing

@testable import FootfallMembers

/// How long things take beside each other, in turn: on a machine that does something else besides, both suffer.
@Suite(.enabled(if: FaceMaterial.isPresent), .serialized)
struct FaceTimedTests {
  private static let rounds = 100

  private func median(_ times: [Duration]) -> Double { times.sorted()[times.count / 2].inSeconds * 1000 }

  @Test("finding and comparing a face takes no more than 1.2 times what the two networks take by themselves")
  func overhead() throws {
    let catalog = try ModelCatalog(folder: SharedData.models.path)
    let reader = try FaceReader(catalog: catalog, engine: .auto, threads: 1)
    let side = FaceCanvas.side
    let yunet = try PictureNetwork(
      model: "yunet", catalog: catalog, engine: .auto, inputSize: PixelSize(width: side, height: side),
      wantsRedFirst: false, threads: 1)
    let sface = try PictureNetwork(
      model: "sface", catalog: catalog, engine: .auto,
      inputSize: PixelSize(width: FaceCrop.side, height: FaceCrop.side), wantsRedFirst: true, threads: 1)
    let picture = try FaceReader.picture(
      at: SharedData.root.appendingPathComponent("data/faces-orl/s1/5.pgm").path)
    let (faces, canvas) = try reader.faces(in: picture)
    let crop = FaceCrop(of: try #require(faces.first).landmarks, on: canvas)
    var (whole, bare): ([Duration], [Duration]) = ([], [])
    let clock = ContinuousClock()
    for _ in 0..<Self.rounds {
      whole.append(try clock.measure { _ = try reader.look(at: picture, allowsSeveral: false) })
      bare.append(
        try clock.measure {
          try yunet.run(on: canvas.buffer)
          try sface.run(on: crop.buffer)
        })
    }
    print("a face: \(median(whole)) ms, the networks alone \(median(bare)) ms")
    #expect(median(whole) <= 1.2 * median(bare))
  }

  @Test("from the picture to the decision a match takes as long as none, within 5 %")
  func matchOrNot() throws {
    let catalog = try ModelCatalog(folder: SharedData.models.path)
    let reader = try FaceReader(catalog: catalog, engine: .auto, threads: 1)
    let picture = try FaceReader.picture(
      at: SharedData.root.appendingPathComponent("data/faces-orl/s1/5.pgm").path)
    guard case .face(let face) = try reader.look(at: picture, allowsSeveral: false) else {
      Issue.record("the picture shows a face")
      return
    }
    // The same strangers in both, and the member in one of them.
    var generator = SeededGenerator(seed: 2)
    let galleries = [Gallery(), Gallery()]
    for number in 2...5000 as ClosedRange<UInt64> {
      let stranger = Embeddings.random(using: &generator)
      for gallery in galleries { gallery.add(MemberID(number: number), stranger) }
    }
    galleries[0].add(MemberID(number: 1), face)
    galleries[1].add(MemberID(number: 1), Embeddings.random(using: &generator))
    let rule = MatchRule(minimumSimilarity: 0.5, minimumMargin: 0.05)
    let rounds =
      ProcessInfo.processInfo.environment["FOOTFALL_MEMBER_DECISIONS"].flatMap(Int.init) ?? Self.rounds
    var times: [[Duration]] = [[], []]
    for round in 0..<2 * rounds {
      var member: MemberID?
      times[round % 2].append(
        try ContinuousClock().measure {
          guard case .face(let face) = try reader.look(at: picture, allowsSeveral: false) else { return }
          member = rule.member(galleries[round % 2].nearest(to: face))
        })
      #expect((member != nil) == (round % 2 == 0))
    }
    let (match, none) = (median(times[0]), median(times[1]))
    print("a match: \(match) ms, none: \(none) ms, medians of \(rounds)")
    #expect(abs(match - none) <= 0.05 * max(match, none))
  }
}
