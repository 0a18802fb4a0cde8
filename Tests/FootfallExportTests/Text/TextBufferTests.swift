import FootfallCore
import FootfallExport
import FootfallTestSupport
import Foundation
import Testing

@Suite struct TextBufferTests {
  private func text(_ fill: (inout TextBuffer) -> Void) -> String {
    var buffer = TextBuffer()
    fill(&buffer)
    return buffer.string
  }

  @Test("Numbers are rounded as the C library rounds them, and zero has no sign")
  func numbers() {
    var generator = SeededGenerator(seed: 3)
    for round in 0..<40_000 {
      let decimals = round % 7
      let size: Double = [1, 100, 1e5, 1e9][round / 7 % 4]
      let random = Double.random(in: -size...size, using: &generator)
      // Half of the numbers lie as near to a tie as a double can.
      let step = pow(10.0, Double(-decimals))
      let number = round % 2 == 0 ? random : ((random / step).rounded() + 0.5) * step
      let printed = String(format: "%.\(decimals)f", number)
      let expected = Double(printed) == 0 ? printed.replacing("-", with: "") : printed
      let written = text { $0.append(number, decimals: decimals) }
      if written != expected { Issue.record("\(number): \(written) instead of \(expected)") }
    }
  }

  @Test("Numbers of any size are printed as the C library prints them", arguments: [0, 2, 6, 9])
  func largeNumbers(_ decimals: Int) {
    let sizes: [Double] = [
      1e6, 8.999e9, 9e9, 9e15, 9.2e18, 1e17 + 16, 1.84e19, 1e300, .greatestFiniteMagnitude,
    ]
    for number in sizes.flatMap({ [$0, -$0, $0 / 3] }) {
      #expect(
        text { $0.append(number, decimals: decimals) } == String(format: "%.\(decimals)f", number),
        "\(number)")
    }
  }

  @Test(
    "Exact ties go to the even digit",
    arguments: [(0.125, "0.12"), (0.375, "0.38"), (-0.125, "-0.12"), (2.5, "2.50"), (-0.004, "0.00")])
  func ties(_ number: Double, _ expected: String) {
    #expect(text { $0.append(number, decimals: 2) } == expected)
  }

  @Test(
    "Whole numbers are written in full",
    arguments: [0, 7, -1, 10, 99, 100, -1000, 123_456_789, Int.max, Int.min])
  func wholeNumbers(_ number: Int) {
    #expect(text { $0.append(number) } == String(number))
  }

  @Test(
    "Any string survives as a JSON string",
    arguments: [
      "", "door", "a\"b\\c", "line\nfeed\r\ttab", "\u{0}\u{1F}\u{7F}", "Käse 🧀 中文", "\u{2028}\u{2029}",
      "</script>",
    ])
  func jsonStrings(_ string: String) throws {
    let json = text { $0.append(json: string) }
    #expect(try JSONDecoder().decode(String.self, from: Data(json.utf8)) == string)
    #expect(!json.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{2028}" || $0 == "\u{2029}" })
  }

  @Test("Rows of tracks and detections have the form of MOTChallenge")
  func rows() {
    var generator = SeededGenerator(seed: 5)
    for frame in 1...2000 {
      func random(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &generator) }
      let box = BoundingBox(
        x: random(-50...800), y: random(-50...600), width: random(0...300), height: random(0...600))
      let score = random(0...1)
      let numbers = String(
        format: "%.2f,%.2f,%.2f,%.2f,%.4f", box.x, box.y, box.width, box.height, score
      )
      .replacing("-0.00,", with: "0.00,")
      let track = TrackSnapshot(
        track: TrackID(frame % 90 + 1), box: box, score: score, state: .confirmed, evidence: .observed)
      let rows = text {
        MOTRowFormatter.append(track, frame: frame, to: &$0)
        MOTRowFormatter.append(Detection(box: box, score: score), frame: frame, to: &$0)
      }
      let expected =
        "\(frame),\(frame % 90 + 1),\(numbers),-1,-1,-1\n\(frame),-1,\(numbers),-1,-1,-1\n"
      if rows != expected { Issue.record("\(rows) instead of \(expected)") }
    }
  }
}
