/// Prometheus' text format 0.0.4, which every scraper reads.
enum PrometheusText {
  /// One block a name, in the order of first appearance.
  static func of(_ measures: [Measure]) -> String {
    var order: [String] = []
    var blocks: [String: [Measure]] = [:]
    for measure in measures {
      if blocks[measure.name] == nil { order.append(measure.name) }
      blocks[measure.name, default: []].append(measure)
    }
    return order.compactMap { blocks[$0] }.map(block).joined()
  }

  private static func block(_ measures: [Measure]) -> String {
    guard let first = measures.first else { return "" }
    let help = first.help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    return "# HELP \(first.name) \(help)\n# TYPE \(first.name) \(first.kind.rawValue)\n"
      + measures.map { "\($0.name)\(labels($0.labels)) \(number($0.value))\n" }.joined()
  }

  private static func labels(_ labels: [String: String]) -> String {
    guard !labels.isEmpty else { return "" }
    let pairs = labels.sorted { $0.key < $1.key }.map { "\($0.key)=\"\(escaped($0.value))\"" }
    return "{\(pairs.joined(separator: ","))}"
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  private static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    return Int64(exactly: value).map(String.init) ?? "\(value)"
  }
}
