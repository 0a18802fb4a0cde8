import Dispatch
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallSinks

@Suite("Webhooks")
struct WebhookTests {
  private static let secret = "correct horse battery"

  private func sink(_ url: String, secret: String? = secret) -> WebhookSink {
    WebhookSink(
      Webhook(id: "till", url: url, secret: secret, types: Set(SinkMessageType.allCases)),
      store: "high-street", version: "1.2.3", now: { Int64(Date().timeIntervalSince1970 * 1000) })
  }

  @Test("a signature is the one that OpenSSL computes")
  func signature() {
    // printf '1780000000.{"id":"a"}' | openssl dgst -sha256 -hmac 'correct horse battery'
    #expect(
      WebhookSignature.of(Array(#"{"id":"a"}"#.utf8), seconds: 1_780_000_000, secret: Self.secret)
        == "sha256=a4778a50c5d70f06c009bcdc5ad52a769465a5987192862137b28eb75195fc51")
  }

  @Test(
    "the example of the documentation accepts what we sign, and neither another body, secret nor an old time")
  func example() throws {
    let page = SharedData.packageRoot.appendingPathComponent("docs/live.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let start = try #require(text.range(of: "```python\n"))
    let end = try #require(text.range(of: "```", range: start.upperBound..<text.endIndex))
    let body = #"{"id":"a"}"#
    let now = Int64(Date().timeIntervalSince1970)
    let script =
      text[start.upperBound..<end.lowerBound]
        + """
        import sys
        body, secret, sent, signature = sys.argv[1:]
        headers = {"X-Footfall-Timestamp": sent, "X-Footfall-Signature": signature}
        print(is_genuine(headers, body.encode(), secret))
        """
    func accepts(_ told: String, secret: String = Self.secret, seconds: Int64 = now) throws -> String {
      let signature = WebhookSignature.of(Array(body.utf8), seconds: seconds, secret: Self.secret)
      return try PythonInterpreter.run(String(script), [told, secret, "\(seconds)", signature]).output
    }
    #expect(try accepts(body) == "True\n")
    #expect(try accepts(body + " ") == "False\n")
    #expect(try accepts(body, secret: "guess") == "False\n")
    #expect(try accepts(body, seconds: now - 3600) == "False\n")
  }

  @Test("a post bears its id, event and store, and a signature that the receiver finds good")
  func post() throws {
    let receiver = try WebhookReceiver(secret: Self.secret)
    let (signed, unsigned) = (sink(receiver.address()), sink(receiver.address(), secret: nil))
    #expect(signed.deliver([.number(7)]) == .accepted)
    #expect(unsigned.deliver([.number(8, type: .alertRaised)]) == .accepted)
    let posts = try receiver.posts()
    #expect(posts.map(\.id) == ["id-7", "id-8"] && posts.map(\.signature) == ["good", "absent"])
    #expect(
      posts.map(\.event) == ["crossing", "alertRaised"] && posts.allSatisfy { $0.store == "high-street" })
    signed.stop()
    unsigned.stop()
  }

  @Test(
    "what a status means",
    arguments: [
      ("/status/200", Delivery.accepted), ("/status/299", .accepted),
      ("/status/400", .refused(reason: "answered 400")), ("/status/410", .refused(reason: "answered 410")),
      ("/status/408", .failed(reason: "answered 408")),
      ("/status/429", .failed(reason: "answered 429", pause: .zero)),
      ("/status/500", .failed(reason: "answered 500")), ("/move", .failed(reason: "answered 307")),
    ] as [(String, Delivery)])
  func statuses(path: String, outcome: Delivery) throws {
    let receiver = try WebhookReceiver()
    let sink = sink(receiver.address(path))
    #expect(sink.deliver([.number(1)]) == outcome)
    #expect(try receiver.posts().count == 1)
    sink.stop()
  }

  @Test(
    "what a receiver asks for in Retry-After is heard, up to an hour, where it is whole seconds",
    arguments: [
      ("120", .seconds(120)), ("999999", .seconds(3600)), ("-5", .zero), ("nan", nil), ("1e3", nil),
      ("Wed, 21 Oct 2026 07:28:00 GMT", nil),
    ] as [(String, Duration?)])
  func retryAfter(text: String, pause: Duration?) {
    #expect(
      WebhookSink.delivery(status: 503, retryAfter: text) == .failed(reason: "answered 503", pause: pause))
  }

  @Test("a receiver that hangs up, or is not there, is said as such without its path, and is tried again")
  func noAnswer() throws {
    let receiver = try WebhookReceiver()
    let dropping = sink(receiver.address("/drop?token=hush"))
    guard case .failed(let reason, nil) = dropping.deliver([.number(1)]) else {
      return #expect(Bool(false), "it was taken")
    }
    #expect(!reason.contains("hush"))
    receiver.end()
    let gone = sink("http://127.0.0.1:\(receiver.port)/token-hush")
    #expect(gone.deliver([.number(1)]) == .failed(reason: "the connection failed: connection refused"))
    dropping.stop()
    gone.stop()
  }

  @Test("a receiver that hangs does not keep the program from stopping")
  func hanging() async throws {
    let receiver = try WebhookReceiver()
    let outbox = MemoryOutbox([.number(1)])
    let courier = Courier(
      sink(receiver.address("/hang")), outbox: outbox, now: { SinkMessage.now }, logger: .silent)
    courier.start()
    while try receiver.posts().isEmpty { await Task.yield() }
    courier.cancel()
    #expect(courier.wait(until: .now() + 3))
    #expect(outbox.taken == 0)
  }
}
