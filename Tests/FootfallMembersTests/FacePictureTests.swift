import FootfallCore
import FootfallTestSupport
import FootfallVision
import Foundation
import Testing

@testable import FootfallMembers

/// The real networks on pictures of people who agreed to be in a set of test data.
@Suite(.enabled(if: FaceMaterial.isPresent), .serialized)
struct FacePictureTests {
  private func reader(_ engine: EngineChoice = .auto) throws -> FaceReader {
    try FaceReader(catalog: ModelCatalog(folder: SharedData.models.path), engine: engine, threads: 1)
  }

  private func path(_ name: String) -> String {
    SharedData.root.appendingPathComponent("data/faces-orl/\(name)").path
  }

  @Test("OpenCV and OpenVINO find the same faces and give the same embeddings")
  func engines() throws {
    let readers = [try reader(.opencv), try reader(.auto)]
    for name in ["s1/1.pgm", "s13/5.pgm", "s37/10.pgm"] {
      let embeddings = try readers.map { try #require(try $0.embedding(ofPictureAt: path(name))) }
      #expect(embeddings[0].similarity(to: embeddings[1]) > 0.999)
    }
  }

  @Test("a face is found where it is, at its size, in a large picture and in a small one")
  func places() throws {
    let reader = try reader()
    let face = try FaceReader.picture(at: path("s1/1.pgm"))
    let alone = try #require(try reader.faces(in: face).faces.first)
    #expect(abs(alone.landmarks.nose.x - Double(FaceCanvas.side) / 2) < 40)
    // The picture in the right half of a grey one of four times its width.
    let large = PixelBuffer()
    large.resize(to: PixelSize(width: 4 * face.size.width, height: 2 * face.size.height))
    _ = large.bytes.initializeMemory(as: UInt8.self, repeating: 128)
    for y in 0..<face.size.height {
      (large.storage + (y + 50) * large.bytesPerRow + 3 * 250)
        .copyMemory(from: face.storage + y * face.bytesPerRow, byteCount: face.bytesPerRow)
    }
    let (faces, canvas) = try reader.faces(in: large)
    #expect(faces.count == 1)
    let eyes = try #require(faces.first).landmarks.eyeDistance / canvas.scale
    let reference = alone.landmarks.eyeDistance * 92 / 315
    #expect(abs(eyes - reference) < 0.15 * reference)
  }

  @Test("a picture without a face has none", arguments: [0, 90, 255] as [UInt8])
  func noFace(grey: UInt8) throws {
    let picture = PixelBuffer()
    picture.resize(to: PixelSize(width: 200, height: 100))
    _ = picture.bytes.initializeMemory(as: UInt8.self, repeating: grey)
    #expect(try reader().faces(in: picture).faces.isEmpty)
  }

  @Test("people are enrolled, recognised, told apart and forgotten")
  func desk() throws {
    let folder = try TemporaryFolder()
    let key = try folder.write(String(repeating: "5a", count: 32), to: "key")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.path)
    let now = Date(timeIntervalSince1970: 1_800_000_000)
    let rule = MatchRule(minimumSimilarity: 0.5, minimumMargin: 0.05)
    let desk = try MemberDesk(
      folder: folder.url.path + "/m", master: MasterKey(fileAt: key.path), reader: reader(), now: now)
    let consent = try Consent(
      scope: "tills", textVersion: "1", given: now, expires: now.addingTimeInterval(86_400))
    func enrol(_ names: String...) throws -> MemberID {
      try desk.enrol(picturesAt: names.map(path), consent: consent, id: nil, rule: rule, now: now)
    }
    func member(_ name: String) throws -> MemberID? {
      let sighting = try desk.sighting(inPictureAt: path(name), rule: rule, now: now)
      if case .member(let id, _) = sighting { return id }
      return nil
    }
    let one = try enrol("s1/1.pgm", "s1/2.pgm")
    let other = try enrol("s11/1.pgm")
    #expect(try member("s1/5.pgm") == one && member("s11/3.pgm") == other && member("s13/1.pgm") == nil)
    #expect(throws: MembersError.self) { try enrol("s1/3.pgm") }
    #expect(throws: MembersError.self) { try enrol("s15/1.pgm", "s17/1.pgm") }
    #expect(desk.store.activeMembers == 2)
    #expect(desk.store.entries.map(\.event) == [.grant, .grant, .match, .match])
  }
}
