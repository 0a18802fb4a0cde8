/// A JSON object with a list of rows, written in a fixed order of keys, a row a line.
struct FeedDocument {
  private var text = TextBuffer(capacity: 65_536)
  private let header: FeedHeader

  init(schema: String, header: FeedHeader) {
    self.header = header
    text.append(literal: "{\n  \"schema\": ")
    text.append(json: schema)
    add("store", header.store)
    add("timeZone", header.timeZone)
  }

  mutating func add(_ key: String, _ value: String) {
    beginMember(key)
    text.append(json: value)
  }

  mutating func add(_ key: String, _ value: Int) {
    beginMember(key)
    text.append(value)
  }

  mutating func add<Element>(
    _ key: String, _ elements: some Sequence<Element>, _ fill: (Element, inout Row) -> Void
  ) {
    beginMember(key)
    text.append(literal: "[")
    var isFirst = true
    for element in elements {
      text.append(literal: isFirst ? "\n    " : ",\n    ")
      isFirst = false
      Self.append(element, to: &text, header: header, fill)
    }
    text.append(literal: isFirst ? "]" : "\n  ]")
  }

  /// Appends one element as an object.
  static func append<Element>(
    _ element: Element, to text: inout TextBuffer, header: FeedHeader, _ fill: (Element, inout Row) -> Void
  ) {
    text.append(literal: "{")
    var row = Row(text: text, header: header)
    // The buffer moves into the row and back, so that it is never copied.
    text = TextBuffer(capacity: 0)
    fill(element, &row)
    text = row.text
    text.append(literal: "}")
  }

  /// The document's bytes, with a line feed at the end.
  func finished() -> [UInt8] {
    var text = text
    text.append(literal: "\n}\n")
    return text.bytes
  }

  private mutating func beginMember(_ key: String) {
    text.append(literal: ",\n  ")
    text.append(json: key)
    text.append(literal: ": ")
  }

  /// One object of the list.
  struct Row {
    fileprivate var text: TextBuffer
    fileprivate let header: FeedHeader
    private var isFirst = true

    fileprivate init(text: TextBuffer, header: FeedHeader) {
      self.text = text
      self.header = header
    }

    mutating func add(_ key: StaticString, _ value: String) {
      begin(key)
      text.append(json: value)
    }

    mutating func add(_ key: StaticString, milliseconds: Int64) {
      begin(key)
      text.append(literal: "\"")
      text.append(header.time(milliseconds))
      text.append(literal: "\"")
    }

    mutating func add(_ key: StaticString, _ value: Int?) {
      begin(key)
      if let value { text.append(value) } else { text.append(literal: "null") }
    }

    mutating func add(_ key: StaticString, _ value: Double?, decimals: Int) {
      begin(key)
      if let value { text.append(value, decimals: decimals) } else { text.append(literal: "null") }
    }

    mutating func add(_ key: StaticString, _ value: Bool?) {
      begin(key)
      text.append(literal: value.map { $0 ? "true" : "false" } ?? "null")
    }

    private mutating func begin(_ key: StaticString) {
      text.append(literal: isFirst ? "\"" : ", \"")
      isFirst = false
      text.append(literal: key)
      text.append(literal: "\": ")
    }
  }
}
