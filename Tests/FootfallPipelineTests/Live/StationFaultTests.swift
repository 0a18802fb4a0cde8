import FootfallCore
import FootfallTestSupport
import Foundation
import Synchronization
import Testing

@testable import FootfallPipeline

@Suite("What becomes of a camera that does odd things", .serialized)
struct StationFaultTests {
  private let calm = "def act(s): return None"

  @Test("one that repeats its picture is stalled, opened anew, and known by the picture it was frozen at")
  func frozen() async throws {
    let act = """
      def act(s):
          global told
          if s < 1: return None
          if "told" in globals(): return {"alive": {"frames": 1, "missed": 0}}
          told = True
          return {"frozen": {"checksum": 18446744073709551615}}
      """
    let told = try await ScriptedWorkers.watch(act: act, changing: { $0.silencePatience = .seconds(1) }) {
      _, told in
      #expect(
        await ScriptedWorkers.wait(seconds: 15) {
          told().conditions.contains { $0.problem == "known to be frozen at 18446744073709551615" }
        })
    }
    let states = told.conditions.prefix(5).map(\.state)
    #expect(states == [.connecting, .streaming, .stalled, .backingOff, .connecting])
    #expect(
      told.conditions.first { $0.state == .stalled }?.problem == "the picture has not changed for 30.0 s")
    // What was counted before is kept, and nothing more is counted.
    #expect(told.began.count == 1 && told.ended == 1)
  }

  @Test("where the clock is set, forward or back, another recording begins with the new time")
  func steppedClock() async throws {
    let clock = SteppedClock()
    let told = try await ScriptedWorkers.watch(act: calm, now: { clock.now }) { _, told in
      for (count, step) in [(1, 3_600_000), (2, -7_200_000), (3, 4000)] as [(Int, Int64)] {
        #expect(await ScriptedWorkers.wait(seconds: 10) { told().began.count == count })
        clock.step.add(step, ordering: .relaxed)
      }
      // Less than a network may delay pictures by is no step.
      let moments = told().moments
      #expect(await ScriptedWorkers.wait(seconds: 10) { told().moments > moments + 5 })
    }
    let starts = told.began.map { (Double($0.startMilliseconds - clock.start) / 60_000).rounded() }
    #expect(starts == [0, 60, -60] && told.ended == 3)
  }

  @Test(
    "a camera is asked to hurry while somebody is new, but not where looks were lacking", arguments: [0, 2])
  func hurry(missed: Int) async throws {
    let act = """
      def people(looks): return [300, 200, 40, 100, 0.9] if looks > 10 else []
      def act(s):
          if int(s * 10) % 3 == 0: return {"alive": {"frames": 1, "missed": \(missed)}}
          while True:
              try: order = json.loads(peer.recv(65536, socket.MSG_DONTWAIT))
              except BlockingIOError: return None
              if "hurry" in order: return {"failed": {"reason": "hurry: %s" % order["hurry"]["_0"]}}
      """
    let told = try await ScriptedWorkers.watch(act: act) { _, told in
      #expect(await ScriptedWorkers.wait(seconds: 15) { told().moments >= 20 || told().ended > 0 })
    }
    #expect(told.conditions.contains { $0.problem == "hurry: True" } == (missed == 0))
  }

  @Test("another resolution begins another recording of that size, without a failure")
  func resolution() async throws {
    let act = """
      def act(s):
          global changed
          if s > 1 and "changed" not in globals():
              changed = True
              return {"opened": {"_0": {"width": 320, "height": 240, "framesPerSecond": 10}}}
      """
    let told = try await ScriptedWorkers.watch(act: act) { _, told in
      #expect(await ScriptedWorkers.wait(seconds: 10) { told().began.count == 2 })
    }
    #expect(told.began.map(\.size.width) == [640, 320])
    #expect(!told.conditions.contains { $0.state == .backingOff })
  }

  @Test("cameras come, change and go while the others stream on")
  func replaced() async throws {
    let told = try await ScriptedWorkers.watch(act: calm) { station, told in
      #expect(await ScriptedWorkers.wait(seconds: 10) { told().began.count == 1 })
      station.replace(cameraAt: 1, by: LiveCamera(id: "till", source: "/dev/video98"))
      #expect(await ScriptedWorkers.wait(seconds: 10) { told().began.map(\.camera).contains("till") })
      station.replace(cameraAt: 1, by: LiveCamera(id: "shelf", source: "/dev/video98"))
      #expect(await ScriptedWorkers.wait(seconds: 10) { told().began.map(\.camera).contains("shelf") })
      station.replace(cameraAt: 1, by: nil)
      #expect(await ScriptedWorkers.wait(seconds: 10) { told().places[1]?.isEmpty == true })
      station.changeScene(of: [0])
      #expect(await ScriptedWorkers.wait(seconds: 10) { told().began.count == 4 })
    }
    #expect(told.began.map(\.camera) == ["door", "till", "shelf", "door"])
    #expect(told.ended == 4)
    #expect(!told.conditions.contains { $0.state == .backingOff })
  }

  @Test("bytes that are no report cost the camera a restart")
  func garbage() async throws {
    let act = #"def act(s): peer.send(b"\xff\x00{") if s > 0.5 else None"#
    let told = try await ScriptedWorkers.watch(act: act) { _, told in
      #expect(await ScriptedWorkers.wait(seconds: 10) { told().began.count == 2 })
    }
    #expect(told.conditions.contains { $0.problem == "its process sent what is no report" })
  }
}

/// A clock that somebody sets.
private final class SteppedClock: Sendable {
  let start: Int64 = 1_780_000_000_000
  let step = Atomic<Int64>(0)
  private let boot = ContinuousClock.now

  var now: Int64 {
    start + (ContinuousClock.now - boot).wholeNanoseconds / 1_000_000 + step.load(ordering: .relaxed)
  }
}
