/// Finished HTML.
///
/// What stands in the source code is taken as it is; every string put into it is escaped, so that a
/// name from a scene file can't become an element or end an attribute.
///
/// ```swift
/// let row: Markup = "<td title=\"\(zone.id)\">\(zone.id)</td>"
/// ```
struct Markup: ExpressibleByStringInterpolation, Sendable {
  private(set) var html: String

  init(stringLiteral html: String) { self.html = html }

  init(stringInterpolation: Interpolation) { html = stringInterpolation.html }

  static func += (markup: inout Markup, addition: Markup) { markup.html += addition.html }

  /// Collects the pieces of a literal.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var html = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: String) { html += literal }

    mutating func appendInterpolation(_ text: String) {
      for scalar in text.unicodeScalars {
        switch scalar {
        case "&": html += "&amp;"
        case "<": html += "&lt;"
        case ">": html += "&gt;"
        case "\"": html += "&quot;"
        case "'": html += "&#39;"
        // No text of HTML may hold them (HTML Standard, 13.1.4).
        case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t": html += "\u{FFFD}"
        default: html.unicodeScalars.append(scalar)
        }
      }
    }

    mutating func appendInterpolation(_ number: Int) { html += String(number) }

    mutating func appendInterpolation(_ markup: Markup) { html += markup.html }

    mutating func appendInterpolation(_ markup: Markup?) { html += markup?.html ?? "" }

    mutating func appendInterpolation(_ parts: [Markup]) { for part in parts { html += part.html } }

    /// A length or a position in a drawing, with two decimals at most.
    mutating func appendInterpolation(length: Double) {
      let rounded = Fixed.rounded(length, decimals: 2)
      html += rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
  }
}

extension [Markup] {
  /// The parts one after the other.
  func joined() -> Markup {
    var all: Markup = ""
    for part in self { all += part }
    return all
  }
}
