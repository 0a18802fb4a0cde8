/// A text of QAPLIB: the size n, and two matrices of n × n numbers, with blanks and new lines wherever.
///
/// Numbers may be negative, have decimals, and the matrices need not be symmetric (Burkard, Karisch and Rendl, Journal of
/// Global Optimization 10, 1997).
public enum AssignmentInstance {
  /// What is wrong with a text.
  public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1; the last one where something is missing.
    public let line: Int
    /// What is wrong, without the line.
    public let description: String
  }

  /// Above this size the matrices are a slip.
  public static let greatestSize = 500
  /// Above this, sums would lose whole numbers.
  private static let greatestNumber = 1e9

  /// Reads a text.
  /// - Throws: where the size is none, a number is none, or numbers are missing or too many.
  public static func problem(reading text: [UInt8]) throws(Fault) -> QuadraticAssignment {
    var numbers: [Double] = []
    var size: Int?
    var line = 0
    for row in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      for word in String(decoding: row, as: UTF8.self).split(whereSeparator: \.isWhitespace) {
        guard let known = size else {
          size = try AssignmentInstance.size(word, line)
          continue
        }
        guard numbers.count < 2 * known * known else {
          throw Fault(
            line: line,
            description:
              "'\(shown(word))' is one number too many; allowed: \(2 * known * known) after the size \(known)"
          )
        }
        numbers.append(try number(word, line))
      }
    }
    guard let size else { throw Fault(line: line, description: "the size is missing") }
    guard numbers.count == 2 * size * size else {
      throw Fault(
        line: line,
        description:
          "the text ends after \(numbers.count) numbers; allowed: \(2 * size * size) after the size \(size)")
    }
    return QuadraticAssignment(
      things: size, places: size, flows: Array(numbers[..<(size * size)]),
      distances: Array(numbers[(size * size)...]))
  }

  private static func size(_ word: Substring, _ line: Int) throws(Fault) -> Int {
    guard let size = Int(word), (1...greatestSize).contains(size) else {
      throw Fault(
        line: line,
        description: "the size is '\(shown(word))'; allowed: a whole number from 1 to \(greatestSize)")
    }
    return size
  }

  private static func number(_ word: Substring, _ line: Int) throws(Fault) -> Double {
    guard let number = Double(word), number.magnitude <= greatestNumber else {
      throw Fault(
        line: line, description: "the number is '\(shown(word))'; allowed: -1000000000 to 1000000000")
    }
    return number
  }

  private static func shown(_ word: Substring) -> String {
    word.count > 40 ? String(word.prefix(40)) + "…" : String(word)
  }
}
