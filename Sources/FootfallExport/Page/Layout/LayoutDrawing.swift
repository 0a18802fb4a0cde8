internal import FootfallCore
internal import FootfallLayout

/// The plan of one view, each zone in a look of its own.
struct LayoutDrawing {
  /// How a zone is drawn.
  struct Look {
    /// Attributes of its shape.
    let style: Markup
    /// What is written in it below its name.
    let text: String
  }

  let plan: LayoutPlan
  let view: Int
  /// What the colours tell.
  let title: String
  /// By zone.
  let looks: [Look]

  /// Creates a drawing whose colours are the stronger the larger the number of a zone; nil is hatched.
  init(plan: LayoutPlan, view: Int, title: String, values: [Double?], text: (Double) -> String) {
    let largest = max(values.compactMap { $0 }.max() ?? 0, 1e-12)
    let looks = values.map { value in
      guard let value else { return Look(style: "class=\"shape unknown\"", text: LayoutText.none) }
      let strength = 0.06 + 0.74 * min(1, max(0, value / largest))
      return Look(style: "class=\"shape\" fill-opacity=\"\(length: strength)\"", text: text(value))
    }
    self.init(plan: plan, view: view, title: title, looks: looks)
  }

  /// Creates a drawing.
  init(plan: LayoutPlan, view: Int, title: String, looks: [Look]) {
    (self.plan, self.view, self.title, self.looks) = (plan, view, title, looks)
  }

  private static let (widest, highest, margin) = (330.0, 300.0, 4.0)

  var markup: Markup {
    let corners = polygons.flatMap(\.polygon.vertices) + (plan.views[view].outline?.vertices ?? [])
    guard let left = corners.map(\.x).min(), let right = corners.map(\.x).max(),
      let low = corners.map(\.y).min(), let high = corners.map(\.y).max(), right > left, high > low
    else { return "" }
    let scale = min(Self.widest / (right - left), Self.highest / (high - low))
    let isDownward = plan.views[view].isDownward
    func place(_ point: Point) -> Point {
      Point(
        (point.x - left) * scale + Self.margin,
        (isDownward ? point.y - low : high - point.y) * scale + Self.margin)
    }
    let size = Point((right - left) * scale + 2 * Self.margin, (high - low) * scale + 2 * Self.margin)
    let outline = plan.views[view].outline.map { outline -> Markup in
      "<polygon class=\"hall\" points=\"\(points(outline, place))\"/>"
    }
    return """
      <figure class="plan"><figcaption><b>\(title)</b></figcaption>\
      <svg viewBox="0 0 \(length: size.x) \(length: size.y)" role="img" aria-label="\(summary)">\
      \(outline)\(polygons.map { shape($0.zone, $0.polygon, place) })\
      \(polygons.map { label($0.zone, $0.polygon, place) })</svg></figure>
      """
  }

  private var polygons: [(zone: Int, polygon: Polygon)] {
    plan.zones.enumerated().flatMap { zone, known in
      known.parts.filter { $0.view == view }.map { (zone, $0.polygon) }
    }
  }

  private var summary: String {
    let texts = polygons.map { "\(plan.zones[$0.zone].id) \(looks[$0.zone].text)" }
    return "\(title): " + texts.joined(separator: ", ")
  }

  private func points(_ polygon: Polygon, _ place: (Point) -> Point) -> Markup {
    polygon.vertices.map { corner -> Markup in
      let point = place(corner)
      return "\(length: point.x),\(length: point.y) "
    }.joined()
  }

  private func shape(_ zone: Int, _ polygon: Polygon, _ place: (Point) -> Point) -> Markup {
    """
    <polygon \(looks[zone].style) points="\(points(polygon, place))">\
    <title>\(plan.zones[zone].id): \(looks[zone].text)</title></polygon>
    """
  }

  private func label(_ zone: Int, _ polygon: Polygon, _ place: (Point) -> Point) -> Markup {
    let (xs, ys) = (polygon.vertices.map(\.x), polygon.vertices.map(\.y))
    let middle = place(
      Point(((xs.min() ?? 0) + (xs.max() ?? 0)) / 2, ((ys.min() ?? 0) + (ys.max() ?? 0)) / 2))
    return """
      <text class="name" x="\(length: middle.x)" y="\(length: middle.y - 3)" text-anchor="middle">\(plan.zones[zone].id)\
      </text><text class="value" x="\(length: middle.x)" y="\(length: middle.y + 10)" text-anchor="middle">\
      \(looks[zone].text)</text>
      """
  }
}
