import FootfallPlanning
import Testing

@testable import FootfallSolver

@Suite("What the solver's process is told and says")
struct SolverMessageTests {
  private static let messages: [SolverMessage] = [
    .progress(objective: 3.5, bound: -.infinity), .ended(.complete, bound: 2, values: [0, 1, 0.25]),
    .ended(.limit, bound: -.infinity, values: []), .failed("the reason"),
    .incumbent([1, -2.5]),
  ]

  @Test("messages are put together however they arrive", arguments: [1, 2, 7, 1000])
  func pieces(size: Int) throws {
    let bytes = Self.messages.flatMap { $0.encoded() }
    var reader = MessageReader()
    var read: [SolverMessage] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      reader.append(bytes[start..<min(start + size, bytes.count)])
      while let message = try reader.next() { read.append(message) }
    }
    #expect(read == Self.messages)
  }

  @Test("a message whose parts do not fit its length is refused")
  func malformed() {
    var bytes = SolverMessage.ended(.complete, bound: 2, values: [0, 1]).encoded()
    bytes[18] = 200
    var reader = MessageReader()
    reader.append(bytes)
    #expect(throws: ByteReader.Malformed.self) { try reader.next() }
  }

  @Test("a request comes back as it was")
  func request() throws {
    var program = Programs.elasticMarketSplit(seed: 1)
    program.addVariable(-.infinity ... .infinity, cost: -2)
    program.addRow(-.infinity...3, [(program.variables.count - 1, 1.5)])
    program.offset = 4
    let request = SolverRequest(
      program: program, start: [1, 2], limits: SolverLimits(time: .seconds(2.5), nodes: 7, gap: 0.01))
    let bytes = request.encoded()
    #expect(SolverRequest.length(bytes) == bytes.count - SolverRequest.prefix)
    let read = try #require(SolverRequest(body: Array(bytes.dropFirst(SolverRequest.prefix))))
    #expect(read.encoded() == bytes)
    #expect(read.program.rowRanges == program.rowRanges && read.start == [1, 2])
    #expect(read.limits.nodes == 7 && read.limits.time == .seconds(2.5))
    #expect(SolverRequest(body: Array(bytes.dropFirst(8).dropLast(1))) == nil)
  }

  /// A request of two variables and two rows.
  struct Parts {
    var lower = [0.0, 0]
    var upper = [1.0, .infinity]
    var costs = [1.0, 2]
    var whole = [0]
    var rowLower = [0.0, 1]
    var rowUpper = [1.0, 1]
    var starts = [0, 1, 3]
    var columns = [0, 0, 1]
    var coefficients = [1.0, 1, 1]
    var start: [Double] = []
    var seconds = 1.0

    var body: [UInt8] {
      var writer = ByteWriter()
      for values in [lower, upper, costs] { writer.append(values) }
      writer.append(indices: whole)
      for values in [rowLower, rowUpper] { writer.append(values) }
      writer.append(indices: starts)
      writer.append(indices: columns)
      writer.append(coefficients)
      for value in [0, Double.nan] { writer.append(value) }
      writer.append(start)
      writer.append(seconds)
      writer.append(Int64(-1))
      writer.append(0.0)
      return writer.bytes
    }
  }

  static let foreignParts: [(String, @Sendable (inout Parts) -> Void)] = [
    ("fewer upper bounds", { $0.upper = [1] }),
    ("a range upside down", { $0.lower = [2, 0] }),
    ("a bound that is no number", { $0.lower = [.nan, 0] }),
    ("fewer costs", { $0.costs = [1] }),
    ("a whole variable that is not there", { $0.whole = [2] }),
    ("fewer lower bounds of rows", { $0.rowLower = [0] }),
    ("a row upside down", { $0.rowLower = [0, 2] }),
    ("fewer starts", { $0.starts = [0, 3] }),
    ("no starts", { $0.starts = [] }),
    ("starts that go back", { $0.starts = [0, 4, 3] }),
    ("a start below 0", { $0.starts = [-1, 1, 3] }),
    ("terms left over", { $0.starts = [0, 1, 2] }),
    ("a column that is not there", { $0.columns = [0, 0, 2] }),
    ("a column below 0", { $0.columns = [-1, 0, 1] }),
    ("fewer coefficients", { $0.coefficients = [1] }),
    ("more values to begin with", { $0.start = [0, 0, 0] }),
    ("no time", { $0.seconds = .nan }),
    ("time without end", { $0.seconds = .infinity }),
  ]

  @Test("a request whose parts do not belong together is none", arguments: foreignParts)
  func foreign(label: String, change: @Sendable (inout Parts) -> Void) {
    var parts = Parts()
    #expect(SolverRequest(body: parts.body) != nil)
    change(&parts)
    #expect(SolverRequest(body: parts.body) == nil, "\(label)")
  }
}
