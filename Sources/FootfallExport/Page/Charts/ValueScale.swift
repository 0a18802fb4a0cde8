/// A vertical scale of whole numbers above and below zero, with round steps.
struct ValueScale {
  /// The distance between two labels.
  let step: Int
  /// The highest label, a multiple of the step.
  let top: Int
  /// The lowest label below zero, without its sign.
  let bottom: Int
  /// The height of the drawing, in pixels.
  let height: Double

  /// A scale that reaches at least from −`down` to `up` with about `labels` steps.
  init(up: Double, down: Double = 0, labels: Int = 4, height: Double) {
    let span = max(1, up + down)
    let step = ValueScale.steps.first { Double($0 * labels) >= span } ?? ValueScale.steps.last ?? 1
    self.step = step
    top = max(down > 0 ? 0 : step, Int((up / Double(step)).rounded(.up)) * step)
    bottom = Int((down / Double(step)).rounded(.up)) * step
    self.height = height
  }

  private static let steps: [Int] = (0...12).flatMap { exponent in
    let power = (0..<exponent).reduce(1) { result, _ in result * 10 }
    return [power, 2 * power, 5 * power]
  }

  /// The vertical position of a value, in pixels from the top.
  func y(_ value: Double) -> Double { (Double(top) - value) / Double(top + bottom) * height }

  /// The values to be labelled, from the top.
  var labels: [Int] { stride(from: top, through: -bottom, by: -step).map { $0 } }
}
