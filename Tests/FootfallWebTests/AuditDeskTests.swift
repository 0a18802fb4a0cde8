import FootfallCore
import FootfallEvaluation
import Synchronization
import Testing

@testable import FootfallWeb

@Suite("AuditDesk")
struct AuditDeskTests {
  /// Ten frames a second without pictures, and a place to save that can fail.
  private final class Fixture: AuditPictures {
    struct Full: Error {}
    let isFull = Atomic(false)
    let saves = Atomic(0)

    func picture(number: Int) async -> AuditPicture? {
      number > 10
        ? nil : AuditPicture(number: number, time: MediaTime(seconds: Double(number - 1) / 10), jpeg: [])
    }

    func picture(at time: MediaTime) async -> AuditPicture? { nil }

    func stop() {}

    func desk() -> AuditDesk {
      let line = CountingLine(id: "A", segment: Segment(from: Point(0, 0), to: Point(9, 0)))
      return AuditDesk(
        subject: AuditSubject(
          scene: CameraScene(id: "door", lines: [line]), source: "film", file: "file",
          size: PixelSize(width: 9, height: 9), seconds: 1, framesPerSecond: 10),
        sheet: AuditSheet(), pictures: self,
        save: { [self] _ in
          saves.add(1, ordering: .relaxed)
          if isFull.load(ordering: .relaxed) { throw Full() }
        })
    }
  }

  private let request = MarkRequest(line: "A", direction: "in", frame: 3, seconds: nil)

  @Test("a change that cannot be saved is not made")
  func failedSave() async throws {
    let fixture = Fixture()
    let desk = fixture.desk()
    let mark = try await desk.mark(request)
    fixture.isFull.store(true, ordering: .relaxed)
    await #expect(throws: Fixture.Full.self) { try await desk.mark(request) }
    await #expect(throws: Fixture.Full.self) { try await desk.remove(mark.id) }
    let other = MarkRequest(line: "A", direction: "out", frame: nil, seconds: 9)
    await #expect(throws: Fixture.Full.self) { try await desk.move(mark.id, to: other) }
    #expect(await desk.marks == [mark])
    #expect(fixture.saves.load(ordering: .relaxed) == 4)
  }

  @Test("what is refused is not saved")
  func refusals() async throws {
    let fixture = Fixture()
    let desk = fixture.desk()
    await #expect(throws: Refusal.self) { try await desk.remove(1) }
    await #expect(throws: Refusal.self) { try await desk.move(1, to: request) }
    let late = MarkRequest(line: "A", direction: "in", frame: 11, seconds: nil)
    await #expect(throws: Refusal.self) { try await desk.mark(late) }
    #expect(fixture.saves.load(ordering: .relaxed) == 0)
  }
}
