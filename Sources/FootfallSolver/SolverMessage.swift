/// What the solver's process says.
///
/// In bytes: the kind, the length of the rest, then the numbers, least significant byte first.
package enum SolverMessage: Equatable {
  /// The best objective so far, NaN where there is none, and the bound.
  case progress(objective: Double, bound: Double)
  /// The values of the best answer so far.
  case incumbent([Double])
  /// It has ended: how, with which bound, and the best values, which are empty where there are none.
  case ended(Ending, bound: Double, values: [Double])
  /// The program has no least objective, or the solver gave up.
  case failed(String)

  /// How a search has ended.
  package enum Ending: UInt8 {
    /// Every possibility was tried, but for what the gap allows.
    case complete
    /// There is no answer.
    case infeasible
    /// A limit was met.
    case limit
  }

  package func encoded() -> [UInt8] {
    var body = ByteWriter()
    let kind: UInt8
    switch self {
    case .progress(let objective, let bound):
      kind = 1
      body.append(objective)
      body.append(bound)
    case .ended(let ending, let bound, let values):
      kind = 2
      body.append(ending.rawValue)
      body.append(bound)
      body.append(values)
    case .failed(let reason):
      kind = 3
      body.append(reason)
    case .incumbent(let values):
      kind = 4
      body.append(values)
    }
    var writer = ByteWriter()
    writer.append(kind)
    writer.append(Int64(body.bytes.count))
    return writer.bytes + body.bytes
  }
}

/// Puts messages together from what arrives bit by bit.
struct MessageReader {
  private var bytes: [UInt8] = []

  /// What the kind and the length take.
  private static let header = 9

  mutating func append(_ arrived: some Sequence<UInt8>) { bytes.append(contentsOf: arrived) }

  /// The next message; nil until all of it is there.
  /// - Throws: where the bytes are no message.
  mutating func next() throws(ByteReader.Malformed) -> SolverMessage? {
    guard bytes.count >= Self.header else { return nil }
    var reader = ByteReader(bytes[...])
    let kind = try reader.integer(UInt8.self)
    let length = try reader.integer(Int64.self)
    guard (1...4).contains(kind), (0...Int64(1 << 34)).contains(length) else { throw ByteReader.Malformed() }
    guard bytes.count >= Self.header + Int(length) else { return nil }
    let message = try Self.message(kind, &reader)
    bytes.removeFirst(Self.header + Int(length))
    return message
  }

  private static func message(
    _ kind: UInt8, _ reader: inout ByteReader
  ) throws(ByteReader.Malformed) -> SolverMessage {
    switch kind {
    case 1: return .progress(objective: try reader.double(), bound: try reader.double())
    case 2:
      guard let ending = SolverMessage.Ending(rawValue: try reader.integer(UInt8.self)) else {
        throw ByteReader.Malformed()
      }
      return .ended(ending, bound: try reader.double(), values: try reader.doubles())
    case 3: return .failed(try reader.text())
    default: return .incumbent(try reader.doubles())
    }
  }
}
