internal import FootfallAnalytics

/// Where people came from and where they went next.
///
/// States on the left joined to states on the right by ribbons as
/// wide as the number of moves. Unlike a Sankey diagram over time it has no cycles to untangle.
struct FlowDiagram {
  /// What is written beside the names of zones.
  struct Words {
    var arrived = "Arrived"
    var left = "Left"
    /// Begins what someone hears who can't see the chart.
    var summary = "Ways between zones. The most frequent: "
    /// Between two names.
    var to = " to "
  }

  private struct Node {
    var name: String
    var colour: Int
    var total: Int
    var y: Double
    var height: Double
  }

  private struct Move {
    var from: Int
    var to: Int
    var count: Int
  }

  private let sources: [Node]
  private let targets: [Node]
  private let moves: [Move]
  private let pixelsPerMove: Double
  private let height: Double
  private let words: Words

  /// nil when nobody went anywhere.
  init?(_ transitions: TransitionCounts, _ words: Words = Words()) {
    self.words = words
    let counts = transitions.counts
    let columns = transitions.zones.count + 1
    let rowTotals = counts.map { $0.reduce(0, +) }
    let columnTotals = (0..<columns).map { column in counts.reduce(0) { $0 + $1[column] } }
    let total = rowTotals.reduce(0, +)
    guard total > 0 else { return nil }
    pixelsPerMove = 300 / Double(total)
    let scale = pixelsPerMove
    func nodes(_ names: [(name: String, colour: Int)], _ totals: [Int]) -> [Node] {
      var y = 0.0
      return zip(names, totals).map { name, total in
        let height = max(26, Double(total) * scale)
        defer { y += height + 10 }
        return Node(name: name.name, colour: name.colour, total: total, y: y, height: total > 0 ? height : 26)
      }
    }
    let zones = transitions.zones.enumerated().map { (name: $1, colour: $0 % 8) }
    sources = nodes([(name: words.arrived, colour: 8)] + zones, rowTotals)
    targets = nodes(zones + [(name: words.left, colour: 8)], columnTotals)
    moves = counts.enumerated().flatMap { from, row in
      row.enumerated().filter { $0.element > 0 }.map { Move(from: from, to: $0.offset, count: $0.element) }
    }
    height = max(sources.last.map { $0.y + $0.height } ?? 0, targets.last.map { $0.y + $0.height } ?? 0)
  }

  var markup: Markup {
    """
    <div class="flow" style="height:\(length: height)px"><ul class="from">\(labels(sources))</ul>\
    <svg height="\(length: height)" viewBox="0 0 100 \(length: height)" preserveAspectRatio="none" role="img" aria-label="\(summary)">\
    \(ribbons)\(bars(sources, x: 0))\(bars(targets, x: 98.5))</svg>\
    <ul class="to">\(labels(targets))</ul></div>
    """
  }

  private var summary: String {
    let largest = moves.sorted { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) }.prefix(3)
    let texts = largest.map { "\(sources[$0.from].name)\(words.to)\(targets[$0.to].name), \($0.count)" }
    return words.summary + texts.joined(separator: "; ")
  }

  private func labels(_ nodes: [Node]) -> Markup {
    nodes.map { node -> Markup in
      """
      <li style="top:\(length: node.y)px;height:\(length: node.height)px"><span title="\(node.name)">\(node.name)\
      </span> <b>\(Wording.count(node.total))</b></li>
      """
    }.joined()
  }

  private func bars(_ nodes: [Node], x: Double) -> Markup {
    nodes.filter { $0.total > 0 }.map { node -> Markup in
      let height = Double(node.total) * pixelsPerMove
      let y = node.y + (node.height - height) / 2
      return """
        <rect class="c\(node.colour)" x="\(length: x)" width="1.5" y="\(length: y)" height="\(length: height)"/>
        """
    }.joined()
  }

  private var ribbons: Markup {
    var left = sources.map { $0.y + ($0.height - Double($0.total) * pixelsPerMove) / 2 }
    var right = targets.map { $0.y + ($0.height - Double($0.total) * pixelsPerMove) / 2 }
    return moves.map { move -> Markup in
      let width = Double(move.count) * pixelsPerMove
      let (a, b) = (left[move.from], right[move.to])
      left[move.from] += width
      right[move.to] += width
      let title = "\(sources[move.from].name) → \(targets[move.to].name): \(Wording.count(move.count))"
      return """
        <path class="ribbon c\(sources[move.from].colour)" d="M1.5 \(length: a)C50 \(length: a) 50 \(length: b) \
        98.5 \(length: b)v\(length: width)C50 \(length: b + width) 50 \(length: a + width) 1.5 \(length: a + width)z">\
        <title>\(title)</title></path>
        """
    }.joined()
  }
}
