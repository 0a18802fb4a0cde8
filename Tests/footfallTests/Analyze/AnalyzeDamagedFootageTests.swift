import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall analyze makes the best of footage that is damaged, odd or lost on the way")
struct AnalyzeDamagedFootageTests {
  private let place: AnalyzeWorkplace

  init() throws { place = try AnalyzeWorkplace() }

  private static func movie(seconds: Int) -> Data {
    let frames = (0..<seconds * 10).map { index in
      (milliseconds: index * 100, jpeg: JPEGFixture.grey(width: 160, height: 120, level: 40 + index % 100))
    }
    return Data(MatroskaFixture.make(frames, width: 160, height: 120, durationMilliseconds: seconds * 1000))
  }

  @Test("What is missing at the end of a cut recording is told once, and lowers the coverage")
  func cutMovie() async throws {
    let whole = Self.movie(seconds: 8)
    try place.write(whole.prefix(whole.count / 2), to: "cut.mkv")
    let run = try await FinishedRun(of: AnalyzeWorkplace.arguments(["cut.mkv"]), in: place)
    let camera = try run.report().cameras[0]
    #expect((38...41).contains(camera.frames))
    #expect(abs(camera.coverage - Double(camera.frames) / 80) < 0.001)
    let missing = String(format: "%.1f s of 8.0 s", 8 - Double(camera.frames) / 10)
    #expect(
      run.outcome.messages.first?.hasPrefix("footfall: warning: door: \(missing) could not be decoded")
        == true)
    #expect(run.outcome.messages.count == 1)
  }

  @Test("Of a recording without a declared length, cut amid a frame, every whole frame is used")
  func cutFilm() async throws {
    let whole = AnalyzeWorkplace.film()
    try place.write(whole.prefix(whole.count / 2 + 999), to: "cut.y4m")
    let run = try await FinishedRun(of: AnalyzeWorkplace.arguments(["cut.y4m"]), in: place)
    #expect(try run.report().cameras[0].frames == 40)
  }

  @Test("A frame amid a recording that can't be decoded is passed over")
  func undecodableFrame() async throws {
    var frames = (0..<20).map { index in
      (milliseconds: index * 100, jpeg: JPEGFixture.grey(width: 160, height: 120, level: 40 + index))
    }
    frames[9].jpeg = [UInt8](repeating: 0x55, count: 400)
    let movie = MatroskaFixture.make(frames, width: 160, height: 120, durationMilliseconds: 2000)
    try place.write(Data(movie), to: "damaged.mkv")
    let run = try await FinishedRun(of: AnalyzeWorkplace.arguments(["damaged.mkv"]), in: place)
    #expect(try run.report().cameras[0].frames == 19)
    #expect(
      run.outcome.messages.first?.hasPrefix("footfall: warning: door: 1 piece of the footage is damaged")
        == true)
  }

  @Test(
    "Bytes that flipped in a real recording give results or one clear line",
    .enabled(if: SharedData.isPresent("data/pets09-s2l1/clip.mp4")), arguments: [11, 12] as [UInt64])
  func flippedBytes(seed: UInt64) async throws {
    var bytes = try Data(contentsOf: SharedData.root.appendingPathComponent("data/pets09-s2l1/clip.mp4"))
    print("flipped bytes: seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let middle = bytes.count / 4..<bytes.count * 3 / 4
    for _ in 0..<200 {
      bytes[Int.random(in: middle, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
    }
    try place.write(bytes, to: "clip.mp4")
    let outcome = try await place.run(AnalyzeWorkplace.arguments(["clip.mp4"], changing: ["--scene": nil]))
    if outcome.status == 0 {
      #expect(try place.report().cameras[0].frames > 200)
      #expect(outcome.messages.count == 1 && outcome.messages[0].hasPrefix("footfall: warning: camera: "))
      #expect(outcome.messages[0].contains("damaged"))
    } else {
      outcome.expectRefusal(65, ["clip.mp4"])
      #expect(place.names().isEmpty)
    }
  }

  @Test(
    "Pictures of any size are analysed, down to a single pixel",
    arguments: [(1, 1), (1, 2), (2, 1), (3, 3), (7, 5), (17, 9), (333, 1), (5, 240), (641, 3)])
  func sizes(width: Int, height: Int) async throws {
    let film = RawFootage.y4m(size: PixelSize(width: width, height: height), framesPerSecond: 10, frames: 12)
    try place.write(film, to: "odd.y4m")
    let run = try await FinishedRun(
      of: AnalyzeWorkplace.arguments(["odd.y4m"], changing: ["--scene": nil]), in: place)
    let camera = try run.report().cameras[0]
    #expect(camera.width == width && camera.height == height && camera.frames == 12)
    #expect(try run.bytes("heatmap-camera.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    if SchemaValidator.isAvailable {
      #expect(try SchemaValidator.faults(of: run.text("report.json"), schema: "footfall.report-1").isEmpty)
    }
  }

  @Test("A file that is cut while it is read gives what could be read, and says so")
  func shrinkingFile() async throws {
    let size = PixelSize(width: 1280, height: 720)
    let film = place.folder.url.appendingPathComponent("long.y4m")
    try RawFootage.writeBlackY4M(size: size, framesPerSecond: 10, frames: 30_000, to: film)
    let program = try RunningProgram(
      AnalyzeWorkplace.arguments(["long.y4m"], changing: ["--scene": nil]), in: place.folder.url)
    #expect(await program.wait { place.isAnalysing })
    let file = try FileHandle(forWritingTo: film)
    try file.truncate(atOffset: 2_000_000)
    try file.close()
    let outcome = try await program.end(limit: .seconds(60))
    #expect(outcome.status == 0)
    let camera = try place.report().cameras[0]
    #expect(camera.frames < 30_000 && camera.coverage < 1)
    #expect(outcome.errorOutput.contains("could not be decoded; the results cover"))
    #expect(outcome.messages.count == 1)
  }
}
