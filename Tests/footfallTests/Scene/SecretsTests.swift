import FootfallSinks
import FootfallTestSupport
import Foundation
import Testing

@testable import footfall

@Suite("Secrets")
struct SecretsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func scene(_ keys: String) throws -> SceneFile {
    try SceneFile(
      text: "version: 1\ntimezone: Europe/London\n\(keys)\n",
      path: folder.url.appendingPathComponent("store.yaml").path)
  }

  private func writeSecrets(_ text: String, mode: Int = 0o600) throws {
    let file = try folder.write(text, to: "secrets.yaml")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
  }

  private func message(_ work: () throws -> Void) throws -> String {
    do {
      try work()
      return "no error"
    } catch let error as SceneError {
      return error.description.replacing(folder.url.path + "/", with: "")
    }
  }

  @Test("a name stands for the variable of the environment, or else for the entry of the file")
  func lookup() throws {
    try writeSecrets("WORD: from-file\nOTHER: 42\n")
    let scene = try scene("secrets: secrets.yaml\ncameras: [{id: door}]")
    let secrets = try Secrets(of: scene, environment: ["WORD": "from-environment"])
    func resolve(_ text: String) throws -> String {
      try secrets.resolve(Located(value: text, position: .start))
    }
    #expect(try resolve("${WORD} and ${OTHER}") == "from-environment and 42")
    #expect(try resolve("no $NAME {here}") == "no $NAME {here}")
  }

  @Test("in an address a secret may hold any letter; alone it is taken over as it is")
  func encoding() throws {
    let scene = try scene("cameras: [{id: door}]")
    let environment = ["WORD": "p@ss/w:rd?#%é", "URL": "rtsp://ada:word@camera/1"]
    let secrets = try Secrets(of: scene, environment: environment)
    let url = try secrets.resolve(Located(value: "rtsp://ada:${WORD}@camera/1", position: .start))
    #expect(url == "rtsp://ada:p%40ss%2Fw%3Ard%3F%23%25%C3%A9@camera/1")
    #expect(URLComponents(string: url)?.password == environment["WORD"])
    #expect(try secrets.resolve(Located(value: "${URL}", position: .start)) == environment["URL"])
  }

  @Test("a name that is not set, or is none, is an error with its place")
  func unset() throws {
    let text = "cameras:\n  - id: door\n    source: rtsp://ada:${CAMERA_WORD_THAT_IS_NOT_SET}@camera/1"
    #expect(
      try message { _ = try scene(text).liveCameras() }
        == "store.yaml:5:13: the secret CAMERA_WORD_THAT_IS_NOT_SET is not set; "
        + "set it in the environment or in the file of 'secrets'")
    #expect(
      try message { _ = try scene("cameras: [{id: door, source: \"rtsp://${A-B}@camera\"}]").liveCameras() }
        == "store.yaml:3:30: a secret has no name; expected ${NAME} of letters, digits and _")
  }

  @Test(
    "a file of secrets that others may read, or that is none, is refused without its content",
    arguments: [
      (
        0o640, "WORD: hush",
        "secrets.yaml: others than its owner may read the file of secrets; allowed: chmod 600"
      ),
      (
        0o604, "WORD: hush",
        "secrets.yaml: others than its owner may read the file of secrets; allowed: chmod 600"
      ),
      (0o600, "hush", "secrets.yaml:1:1: the file of secrets holds no NAME: value"),
      (0o600, "WORD: [hush]", "secrets.yaml:1:7: WORD is a list; expected text"),
      (
        0o600, "my word: hush",
        "secrets.yaml:1:1: a name of a secret is wrong; allowed: letters, digits and _"
      ),
    ])
  func badFiles(mode: Int, text: String, expected: String) throws {
    try writeSecrets(text, mode: mode)
    let scene = try scene("secrets: secrets.yaml\ncameras: [{id: door}]")
    #expect(try message { _ = try Secrets(of: scene, environment: [:]) } == expected)
  }

  @Test("sinks are given their secrets; an address that is none is told without it")
  func sinks() throws {
    let scene = try scene(
      """
      cameras: [{id: door}]
      sinks:
        webhooks: [{id: till, url: "https://till/${TOKEN}", secret: "${WORD}", events: [crossing]}]
        mqtt: {url: "mqtts://ada:${WORD}@broker", topic: shops/one, discovery: false}
      """)
    let environment = ["TOKEN": "a/b", "WORD": "x y"]
    let sinks = try scene.sinks.resolved(Secrets(of: scene, environment: environment))
    let webhook = Webhook(id: "till", url: "https://till/a%2Fb", secret: "x y", types: [.crossing])
    #expect(sinks.first == .webhook(webhook) && sinks.count == 2)
    guard case .broker(let broker) = sinks.last else { return #expect(Bool(false), "\(sinks)") }
    #expect(broker.password == "x y" && !broker.isAnnounced && broker.topic == "shops/one")
    // What is not certain yet goes only to webhooks that ask for it.
    #expect(broker.types == SinkMessageType.usual.union(SinkMessageType.provisional))
    let bad = try self.scene("cameras: [{id: door}]\nsinks: {webhooks: [{id: till, url: \"${WORD}\"}]}")
    #expect(
      try message { _ = try bad.sinks.resolved(Secrets(of: bad, environment: ["WORD": "hush"])) }
        == "store.yaml:4:36: url is no address; expected http://… or https://…")
  }
}
