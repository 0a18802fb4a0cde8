internal import Foundation

/// Expected output kept in `Tests/Golden`; rewritten only when `FOOTFALL_UPDATE_GOLDEN` is 1, which
/// `scripts/test --update-golden` sets.
public enum GoldenFile {
  /// How `content` differs from the file `name`, or nil when it is the same.
  ///
  /// The difference names the first line that differs, as expected and as it is.
  public static func difference(_ content: some Sequence<UInt8>, _ name: String) throws -> String? {
    let file = SharedData.packageRoot.appendingPathComponent("Tests/Golden/" + name)
    let bytes = Data(content)
    if ProcessInfo.processInfo.environment["FOOTFALL_UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: file)
      return nil
    }
    guard let expected = try? Data(contentsOf: file) else { return "Tests/Golden/\(name) is absent" }
    if expected == bytes { return nil }
    let (old, new) = (lines(expected), lines(bytes))
    let first = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let index = first ?? min(old.count, new.count)
    func line(_ lines: [Substring]) -> String { index < lines.count ? String(lines[index]) : "(end)" }
    return "Tests/Golden/\(name):\(index + 1): expected \(line(old)), got \(line(new))"
  }

  private static func lines(_ text: Data) -> [Substring] {
    String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
