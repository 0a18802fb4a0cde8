import FootfallTestSupport
import Foundation
import Testing

/// What `footfall advise --json` prints, as far as tests look at it.
struct Advice: Decodable {
  struct Camera: Decodable {
    var people: Int
    var seconds: Double
    var lines: [Line]
    var zones: [Zone]
    var newLine: Proposal?

    func line(_ id: String) throws -> Line { try #require(lines.first { $0.id == id }, "\(id)") }
  }

  struct Line: Decodable {
    var id: String
    var verdict: String?
    var findings: [Finding]
    var measure: Numbers
    var proposal: Proposal?

    var kinds: [String] { findings.map(\.kind) }
  }

  struct Zone: Decodable {
    var id: String
    var verdict: String?
    var findings: [Finding]
  }

  struct Finding: Decodable {
    var kind: String
    var severity: String
    var sentence: String
  }

  struct Numbers: Decodable {
    var near: Int
    var `in`: Int
    var out: Int
    var clean: Int
  }

  struct Proposal: Decodable {
    var from: [Double]
    var to: [Double]
    var yaml: String
    var before: Numbers?
    var after: Numbers
  }

  var schema: String
  var cameras: [Camera]

  init(_ outcome: BuiltProgram.Outcome) throws {
    try #require(outcome.status == 0, "\(outcome.errorOutput)")
    self = try JSONDecoder().decode(Advice.self, from: Data(outcome.output.utf8))
  }
}
