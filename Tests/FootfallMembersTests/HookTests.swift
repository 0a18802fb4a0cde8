import Dispatch
import FootfallTestSupport
import Foundation
import Synchronization
import Testing

@testable import FootfallMembers

@Suite(.serialized) struct HookTests {
  private static let event = MemberEvent(
    .recognised, MemberID(number: 255), camera: "door", timeMilliseconds: 1, confidence: 0.7)

  /// Blocks until it is let go, and notes what it was told.
  private final class SlowHook: MemberMatchHook {
    let told = Mutex<[MemberEvent]>([])
    let gate = DispatchSemaphore(value: 0)

    func recognised(_ event: MemberEvent) {
      gate.wait()
      told.withLock { $0.append(event) }
    }

    func left(_ event: MemberEvent) { recognised(event) }
  }

  @Test("a hook that hangs loses what it has no room for, which is counted, and delays nobody")
  func slow() {
    let hook = SlowHook()
    let post = HookPost(hook)
    let start = ContinuousClock.now
    for _ in 0..<1000 { post.post(Self.event) }
    #expect(ContinuousClock.now - start < .seconds(1))
    // One of them may be in the hook already.
    #expect((1000 - HookPost.capacity - 1...1000 - HookPost.capacity).contains(post.dropped))
    post.stop()
    hook.gate.signal()
  }

  private func run(_ script: String, patience: Duration = .seconds(20)) -> (failures: [String], Duration) {
    let failures = FailureList()
    let command = CommandHook(
      "/bin/sh", ["-c", script], patience: patience, line: { "{\"member\":\"\($0.member)\"}" },
      fail: failures.add)
    let start = ContinuousClock.now
    command.recognised(Self.event)
    return (failures.all, ContinuousClock.now - start)
  }

  private final class FailureList: Sendable {
    private let texts = Mutex<[String]>([])
    @Sendable func add(_ text: String) { texts.withLock { $0.append(text) } }
    var all: [String] { texts.withLock(\.self) }
  }

  @Test("a command is given the event on standard input, and no environment")
  func command() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.path + "/told"
    let (failures, _) = run("/bin/cat > \(file); echo noise; /usr/bin/env >> \(file)")
    #expect(failures.isEmpty)
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.first == "{\"member\":\"00000000000000ff\"}")
    // The shell itself sets PWD and the like.
    #expect(!lines.contains { $0.contains("FOOTFALL") || $0.hasPrefix("HOME") })
  }

  @Test(
    "a command that fails, hangs or is not there is told of in one line",
    arguments: [
      ("exit 3", "exit(status: 3)"), ("/bin/sleep 60", "took longer"),
      ("exec 0<&- 1>&- 2>&-; /bin/sleep 60", "took longer"),
    ])
  func failing(script: String, reason: String) {
    let (failures, time) = run(script, patience: .milliseconds(500))
    #expect(failures.count == 1 && failures[0].contains(reason))
    #expect(time < .seconds(10))
  }

  @Test("a program that does not exist")
  func absent() {
    let failures = FailureList()
    CommandHook("/no/such", [], patience: .seconds(1), line: { _ in "" }, fail: failures.add)
      .recognised(Self.event)
    #expect(failures.all == ["/no/such: cannot be started: no such file or directory"])
  }
}
