import FootfallTestSupport
import Foundation

/// Chromium without a window, told what to do by WebDriver (W3C) through Debian's `chromedriver`.
struct Browser: Sendable {
  /// Why the browser did not do it.
  struct Failure: Error { let reason: String }

  /// Whether driver and browser are there; prints why the test is skipped where not.
  static let isAvailable: Bool = {
    let isThere = ["/usr/bin/chromedriver", "/usr/bin/chromium"].allSatisfy(
      FileManager.default.isExecutableFile)
    if !isThere { print("skipped: there is no chromedriver; apt-get install chromium chromium-driver") }
    return isThere
  }()

  private let port: Int
  private let session: String

  /// Runs `body` with a browser of its own, which is closed afterwards.
  static func run(_ body: (Browser) async throws -> Void) async throws {
    let folder = try TemporaryFolder()
    let driver = Process()
    let output = try folder.write("", to: "driver.log")
    driver.executableURL = URL(fileURLWithPath: "/usr/bin/chromedriver")
    driver.arguments = ["--port=0"]
    driver.standardOutput = try FileHandle(forWritingTo: output)
    driver.standardError = FileHandle.nullDevice
    try driver.run()
    // Not terminate(): a server in this process ignores SIGTERM, and its children inherit that.
    defer { kill(driver.processIdentifier, SIGKILL) }
    let port = try await Self.poll("the driver does not start") {
      try String(contentsOf: output, encoding: .utf8).firstMatch(of: /successfully on port (\d+)/)
        .flatMap { Int($0.output.1) }
    }
    let options = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,900",
      "--user-data-dir=\(folder.url.path)/profile", "--lang=en",
    ]
    let started = try await Self.send(
      "POST", "/session", ["capabilities": ["alwaysMatch": ["goog:chromeOptions": ["args": options]]]], port)
    guard let id = (started as? [String: Any])?["sessionId"] as? String else {
      throw Failure(reason: "no session: \(started ?? "nothing")")
    }
    let browser = Browser(port: port, session: id)
    do {
      try await body(browser)
    } catch {
      _ = try? await Self.send("DELETE", "/session/\(id)", nil, port)
      throw error
    }
    _ = try await Self.send("DELETE", "/session/\(id)", nil, port)
  }

  func open(_ url: String) async throws { try await tell("url", ["url": url]) }

  /// The value of a script's `return`, as text.
  func value(_ script: String) async throws -> String {
    let answer = try await tell("execute/sync", ["script": script, "args": [String]()])
    return answer.map { "\($0)" } ?? "null"
  }

  /// Waits until a script's expression is true, up to 20 s.
  func wait(_ expression: String) async throws {
    _ = try await Self.poll("never true: \(expression)") {
      try await value("return String(Boolean(\(expression)))") == "true" ? true : nil
    }
  }

  /// Types into an element, as a person does.
  func type(_ text: String, into selector: String) async throws {
    let element = try await find(selector)
    try await tell("element/\(element)/value", ["text": text])
  }

  func click(_ selector: String) async throws {
    let element = try await find(selector)
    try await tell("element/\(element)/click", [String: String]())
  }

  /// Presses the pointer on an element, moves it and lets go.
  func drag(_ selector: String, by offset: (x: Int, y: Int)) async throws {
    let origin = ["element-6066-11e4-a52e-4f735466cecf": try await find(selector)]
    let actions: [[String: Any]] = [
      ["type": "pointerMove", "origin": origin, "x": 0, "y": 0, "duration": 0],
      ["type": "pointerDown", "button": 0],
      ["type": "pointerMove", "origin": "pointer", "x": offset.x, "y": offset.y, "duration": 50],
      ["type": "pointerUp", "button": 0],
    ]
    try await tell("actions", ["actions": [["type": "pointer", "id": "mouse", "actions": actions]]])
  }

  /// Presses a key that has no letter, such as U+E012 for the left arrow, where the focus is.
  func press(_ key: String) async throws {
    let actions = ["keyDown", "keyUp"].map { ["type": $0, "value": key] }
    try await tell("actions", ["actions": [["type": "key", "id": "keyboard", "actions": actions]]])
  }

  /// Shows pages as on a screen of another size, in CSS pixels; up to 600 wide as a phone does.
  func resize(width: Int, height: Int) async throws {
    let screen: [String: Any] = [
      "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width <= 600,
    ]
    try await tell("goog/cdp/execute", ["cmd": "Emulation.setDeviceMetricsOverride", "params": screen])
  }

  private func find(_ selector: String) async throws -> String {
    let found = try await tell("element", ["using": "css selector", "value": selector])
    guard let element = (found as? [String: Any])?.values.first as? String else {
      throw Failure(reason: "there is no \(selector)")
    }
    return element
  }

  @discardableResult
  private func tell(_ command: String, _ body: [String: Any]) async throws -> Any? {
    try await Self.send("POST", "/session/\(session)/\(command)", body, port)
  }

  private static func send(_ method: String, _ path: String, _ body: [String: Any]?, _ port: Int) async throws
    -> Any?
  {
    let text = try body.map {
      String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self)
    }
    let answer = try await LoopbackClient.send(method, path, port: port, body: text ?? "")
    let value = (try JSONSerialization.jsonObject(with: answer.body) as? [String: Any])?["value"]
    guard answer.status == 200 else { throw Failure(reason: "\(method) \(path): \(value ?? answer.text)") }
    return value is NSNull ? nil : value
  }

  private static func poll<Value>(_ reason: String, _ body: () async throws -> Value?) async throws -> Value {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      if let value = try await body() { return value }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw Failure(reason: reason)
  }
}
