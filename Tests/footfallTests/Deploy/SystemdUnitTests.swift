import FootfallTestSupport
import Foundation
import Testing

@Suite("The unit of systemd")
struct SystemdUnitTests {
  private let unit: String

  init() throws {
    unit = try String(
      contentsOf: SharedData.packageRoot.appendingPathComponent("scripts/deploy/footfall.service"),
      encoding: .utf8)
  }

  private static var hasSystemd: Bool {
    if FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze") { return true }
    print("skipped: systemd-analyze is absent")
    return false
  }

  private func analyze(_ arguments: [String], _ text: String) throws -> (status: Int32, output: String) {
    let folder = try TemporaryFolder()
    let file = try folder.write(text, to: "footfall.service")
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/systemd-analyze")
    process.arguments = arguments + [file.path]
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  @Test("is one that systemd takes without a word, and hardened", .enabled(if: hasSystemd))
  func verify() throws {
    // In the place of a program that is not installed where tests run.
    let installed = unit.replacing(
      "ExecStart=/opt/footfall/footfall", with: "ExecStart=\(BuiltProgram.url.path)")
    let verified = try analyze(["verify"], installed)
    #expect(verified.status == 0 && verified.output.isEmpty, "\(verified.output)")
    let exposed = try analyze(["security", "--offline=true", "--threshold=25", "--no-pager"], installed)
    #expect(exposed.status == 0, "\(exposed.output.suffix(300))")
    let broken = try analyze(["verify"], installed.replacing("Type=notify", with: "Type=unheard-of"))
    #expect(!broken.output.isEmpty)
  }

  @Test("starts the program with options that it has")
  func options() async throws {
    let line = try #require(unit.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
    let words = line.split(separator: " ").map(String.init)
    let help = try await BuiltProgram.run([words[1], "--help"])
    #expect(help.status == 0)
    let options = words.filter { $0.hasPrefix("--") }
    #expect(options == ["--config", "--state"] && options.allSatisfy { help.output.contains($0) })
  }
}
