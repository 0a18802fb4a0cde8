package import FootfallPlanning

/// What the solver's process is asked: a program, where to begin and when to stop.
///
/// In bytes it is the length of the rest, then numbers, least significant byte first.
package struct SolverRequest: Sendable {
  /// What to minimise.
  package let program: IntegerProgram
  /// A value for each variable, or nil.
  package let start: [Double]?
  /// When to stop.
  package let limits: SolverLimits

  package init(program: IntegerProgram, start: [Double]?, limits: SolverLimits) {
    self.program = program
    self.start = start
    self.limits = limits
  }

  /// A `Duration` holds this much, some 30 million years, and more.
  private static let mostSeconds = 1e15

  /// The bytes of the length in front.
  package static let prefix = 8

  /// How many bytes follow the length; nil where `bytes` hold no length that can be.
  package static func length(_ bytes: [UInt8]) -> Int? {
    var reader = ByteReader(bytes[...])
    guard let length = try? reader.integer(Int64.self), (0...Int64(1 << 34)).contains(length) else {
      return nil
    }
    return Int(length)
  }

  package func encoded() -> [UInt8] {
    var body = ByteWriter()
    body.append(program.variables.map(\.range.lowerBound))
    body.append(program.variables.map(\.range.upperBound))
    body.append(program.variables.map(\.cost))
    body.append(indices: program.variables.indices.filter { program.variables[$0].isWhole })
    body.append(program.rowRanges.map(\.lowerBound))
    body.append(program.rowRanges.map(\.upperBound))
    body.append(indices: program.rowStarts)
    body.append(indices: program.columns)
    body.append(program.coefficients)
    body.append(program.offset)
    body.append(program.objectiveStep ?? .nan)
    body.append(start ?? [])
    body.append(limits.time / .seconds(1))
    body.append(Int64(limits.nodes ?? -1))
    body.append(limits.gap)
    var writer = ByteWriter()
    writer.append(Int64(body.bytes.count))
    return writer.bytes + body.bytes
  }

  /// Reads what follows the length; nil where that is no request.
  package init?(body: [UInt8]) {
    var reader = ByteReader(body[...])
    do {
      program = try reader.program()
      let start = try reader.doubles()
      guard start.count <= program.variables.count else { return nil }
      self.start = start.isEmpty ? nil : start
      let seconds = try reader.double()
      guard seconds.magnitude < Self.mostSeconds else { return nil }
      let nodes = try reader.integer(Int64.self)
      limits = SolverLimits(
        time: .seconds(seconds), nodes: nodes < 0 ? nil : Int(nodes), gap: try reader.double())
    } catch {
      return nil
    }
  }
}

extension ByteReader {
  fileprivate mutating func program() throws(Malformed) -> IntegerProgram {
    var program = IntegerProgram()
    let variableRanges = try ranges()
    let costs = try doubles()
    let whole = Set(try indices())
    guard costs.count == variableRanges.count,
      whole.allSatisfy({ variableRanges.indices.contains($0) })
    else { throw Malformed() }
    for index in variableRanges.indices {
      program.addVariable(variableRanges[index], cost: costs[index], isWhole: whole.contains(index))
    }
    let rowRanges = try ranges()
    let (starts, columns, coefficients) = (try indices(), try indices(), try doubles())
    guard starts.count == rowRanges.count + 1, starts.first == 0, starts.last == columns.count,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }), coefficients.count == columns.count,
      columns.allSatisfy({ variableRanges.indices.contains($0) })
    else { throw Malformed() }
    for row in rowRanges.indices {
      let terms = starts[row]..<starts[row + 1]
      program.addRow(rowRanges[row], zip(columns[terms], coefficients[terms]))
    }
    program.offset = try double()
    let step = try double()
    program.objectiveStep = step.isNaN ? nil : step
    return program
  }

  /// All lower bounds, then all upper ones.
  private mutating func ranges() throws(Malformed) -> [ClosedRange<Double>] {
    let (lower, upper) = (try doubles(), try doubles())
    guard lower.count == upper.count, zip(lower, upper).allSatisfy({ $0 <= $1 }) else { throw Malformed() }
    return zip(lower, upper).map { $0...$1 }
  }
}
