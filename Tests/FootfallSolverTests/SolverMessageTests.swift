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
}
