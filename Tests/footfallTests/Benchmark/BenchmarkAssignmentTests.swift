import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall benchmark qap")
struct BenchmarkAssignmentTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private struct Result: Decodable {
    let cost: Double
    let permutation: [Int]
    let bound: Double
    let status: String
    let seconds: Double
  }

  private func run(_ arguments: String...) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(["benchmark", "qap"] + arguments, in: folder.url)
  }

  /// The cost by the QAP objective, from the text of the instance.
  private func cost(_ permutation: [Int], _ text: String) -> Double {
    let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    let size = permutation.count
    var cost = 0.0
    for i in 0..<size {
      for k in 0..<size {
        let (p, q) = (permutation[i] - 1, permutation[k] - 1)
        cost += numbers[1 + i * size + k] * numbers[1 + size * size + p * size + q]
      }
    }
    return cost
  }

  @Test(
    "finds the published optimum in under two seconds",
    .enabled(if: SharedData.isPresent("data/qaplib/nug12.dat")),
    arguments: [("nug12", 578.0), ("nug15", 1150), ("chr12a", 9552), ("tai12a", 224_416)])
  func published(name: String, optimum: Double) async throws {
    let file = SharedData.root.appendingPathComponent("data/qaplib/\(name).dat")
    let outcome = try await run(file.path, "--time-limit", "1.9", "--json")
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    let result = try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8))
    #expect(result.cost == optimum && result.bound <= optimum && result.seconds < 2)
    #expect(result.permutation.sorted() == Array(1...result.permutation.count))
    #expect(cost(result.permutation, try String(contentsOf: file, encoding: .utf8)) == optimum)
  }

  @Test("proves small instances, prints a table without --json, and refuses bad files with their line")
  func small() async throws {
    _ = try folder.write("3\n0 5 2\n5 0 3\n2 3 0\n\n0 8 15\n8 0 13\n15 13 0\n", to: "small.dat")
    let outcome = try await run("small.dat", "--json")
    let result = try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8))
    // By hand: the flows 5, 3 and 2 on the distances 8, 13 and 15, both ways.
    #expect(result.cost == 218)
    #expect(result.status == "optimal" && result.bound == 218)
    let table = try await run("small.dat")
    #expect(table.status == 0 && table.output.hasPrefix("cost") && table.output.contains("218"))
    _ = try folder.write("3\n0 5 2\n5 0 3\n2 3 0\n\n0 8 15\n8 0 x\n", to: "bad.dat")
    let bad = try await run("bad.dat", "--json")
    #expect(bad.status == 65 && bad.output.isEmpty)
    #expect(
      bad.errorOutput
        == "footfall: cannot read the instance: bad.dat:7: the number is 'x'; allowed: -1000000000 to 1000000000\n"
    )
    #expect(try await run("absent.dat").status == 66)
    #expect(try await run("small.dat", "--time-limit=0").status == 64)
  }
}
