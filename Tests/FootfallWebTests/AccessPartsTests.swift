import FootfallTestSupport
import Foundation
import Logging
import Testing

@testable import FootfallWeb

@Suite("Parts of access")
struct AccessPartsTests {
  @Test(
    "a password's hash is what another implementation of scrypt makes of it, at the strength that is promised"
  )
  func scrypt() throws {
    let password = "naïve 密码 horse"
    let hash = try PasswordHash(of: password)
    #expect((hash.rounds, hash.blockSize, hash.parallelism) == (32768, 8, 3))
    #expect(hash.matches(password))
    #expect(!hash.matches(password + " "))
    let script = """
      import base64, hashlib, sys
      word, salt, n, r, p = sys.argv[1:]
      print(base64.b64encode(hashlib.scrypt(word.encode(), salt=base64.b64decode(salt), n=int(n), r=int(r), p=int(p),
        maxmem=1 << 28, dklen=32)).decode())
      """
    let outcome = try PythonInterpreter.run(
      script, [password, hash.salt.base64EncodedString(), "32768", "8", "3"])
    #expect(outcome.output.trimmingCharacters(in: .newlines) == hash.hash.base64EncodedString())
  }

  @Test("two hashes of one password differ")
  func salt() throws {
    #expect(try PasswordHash(of: "a", rounds: 16).hash != PasswordHash(of: "a", rounds: 16).hash)
  }

  @Test("SHA-256 of FIPS 180-2's first example")
  func digest() {
    #expect(Secret.digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("one-time passwords differ and can be read aloud")
  func passwords() {
    let made = Set((0..<100).map { _ in Secret.randomPassword() })
    #expect(made.count == 100)
    #expect(made.allSatisfy { $0.wholeMatch(of: /([a-z2-9]{5}-){3}[a-z2-9]{5}/) != nil })
  }

  @Test(
    "an account is tried from many addresses, but not without end; a right password is not held against it")
  func limit() {
    var limit = LoginLimit()
    for attempt in 0..<LoginLimit.failuresPerAccount {
      let address = "10.0.0.\(attempt)"
      #expect(limit.secondsToWait(account: "ada", address: address, at: 0) == nil)
      limit.note(account: "ada", address: address, at: 0)
    }
    #expect(limit.secondsToWait(account: "ada", address: "10.1.1.1", at: 1000) == 299)
    #expect(limit.secondsToWait(account: "vic", address: "10.0.0.1", at: 1000) == nil)
    #expect(limit.secondsToWait(account: "ada", address: "10.1.1.1", at: 300_000) == nil)
    for _ in 0..<100 {
      limit.note(account: "vic", address: "a", at: 9)
      limit.forgive(account: "vic", address: "a", at: 9)
    }
    #expect(limit.secondsToWait(account: "vic", address: "a", at: 9) == nil)
  }

  @Test("a flood of names and addresses is forgotten, the latest last")
  func flood() {
    var limit = LoginLimit()
    for attempt in 0..<6000 { limit.note(account: "n\(attempt)", address: "a\(attempt)", at: Int64(attempt)) }
    for _ in 0..<10 { limit.note(account: "x", address: "late", at: 6000) }
    #expect(limit.secondsToWait(account: "y", address: "late", at: 6000) == 300)
  }

  @Test("sessions are bounded: the longest unused one makes room")
  func sessions() {
    var sessions = Sessions()
    let first = sessions.begin("ada", at: 0).id
    let second = sessions.begin("ada", at: 1).id
    #expect(sessions.session(first, at: 2, isUse: true) != nil)
    for number in 0..<Sessions.most - 1 { _ = sessions.begin("vic", at: 3 + Int64(number)) }
    #expect(sessions.session(second, at: 5000, isUse: true) == nil)
    #expect(sessions.session(first, at: 5000, isUse: true)?.account == "ada")
    sessions.endAll(of: "ada")
    #expect(sessions.session(first, at: 5000, isUse: true) == nil)
  }

  @Test("a stream that only looks does not keep a session alive")
  func look() {
    var sessions = Sessions()
    let id = sessions.begin("ada", at: 0).id
    #expect(sessions.session(id, at: Sessions.idleMilliseconds - 1, isUse: false) != nil)
    #expect(sessions.session(id, at: Sessions.idleMilliseconds, isUse: false) == nil)
  }

  @Test("the access log moves on at its size and keeps four old files, each of whole lines")
  func rotation() async throws {
    let folder = try TemporaryFolder()
    let log = AccessLog(folder: folder.url.path, largestBytes: 1000, logger: Logger(label: "test"))
    for number in 0..<100 {
      await log.append(
        .init(time: "t", account: nil, address: "a", method: "GET", path: "/\(number)", status: 200))
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(files == ["access.1.log", "access.2.log", "access.3.log", "access.4.log", "access.log"])
    for file in files {
      let data = try Data(contentsOf: folder.url.appendingPathComponent(file))
      #expect(data.count <= 1000)
      for line in data.split(separator: UInt8(ascii: "\n")) {
        #expect(throws: Never.self) { try JSONDecoder().decode(AccessLog.Entry.self, from: Data(line)) }
      }
    }
    let last = try String(contentsOf: folder.url.appendingPathComponent("access.log"), encoding: .utf8)
    #expect(last.contains(#""path":"/99""#))
  }

  @Test("an access log that is found too large moves on, or grows where it can't", arguments: [false, true])
  func largeAtFirst(isBlocked: Bool) async throws {
    let folder = try TemporaryFolder()
    let old = String(repeating: "x", count: 149) + "\n"
    let file = try folder.write(old, to: "access.log")
    let next = folder.url.appendingPathComponent("access.1.log")
    // No file can take the place of a folder, nor a folder that of one with something in it.
    for number in 1...AccessLog.filesKept where isBlocked {
      let blocker = folder.url.appendingPathComponent("access.\(number).log/kept")
      try FileManager.default.createDirectory(at: blocker, withIntermediateDirectories: true)
    }
    let log = AccessLog(folder: folder.url.path, largestBytes: 100, logger: Logger(label: "test"))
    await log.append(
      .init(time: "t", account: nil, address: "a", method: "GET", path: "/new", status: 200))
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.hasPrefix("x") == isBlocked && text.contains("/new"))
    if !isBlocked { #expect(try String(contentsOf: next, encoding: .utf8) == old) }
  }

  @Test("other machines connect only where they are allowed to")
  func addresses() {
    #expect(ListenAddress("0.0.0.0:80") == nil)
    #expect(ListenAddress("0.0.0.0:80", allowsOtherMachines: true)?.isLoopback == false)
    #expect(
      ListenAddress("[::]:80", allowsOtherMachines: true)?.url(port: 80, isSecure: true) == "https://[::]:80/"
    )
    #expect(ListenAddress("shop.example:80", allowsOtherMachines: true)?.host == "shop.example")
    #expect(ListenAddress("a b:80", allowsOtherMachines: true) == nil)
    #expect(ListenAddress(":80", allowsOtherMachines: true) == nil)
    #expect(ListenAddress("127.0.0.1:80", allowsOtherMachines: true)?.isLoopback == true)
  }

  @Test("labels and help of measures are escaped as Prometheus reads them")
  func measures() {
    let measure = Measure(
      name: "footfall_x", kind: .gauge, help: "a\\b\nc", labels: ["z": "1", "camera": "\"d\\\n"], value: 0.5)
    #expect(
      PrometheusText.of([measure])
        == "# HELP footfall_x a\\\\b\\nc\n# TYPE footfall_x gauge\nfootfall_x{camera=\"\\\"d\\\\\\n\",z=\"1\"} 0.5\n"
    )
  }
}
