/// Ways to choose which days belong to the first of two periods.
struct DayExchange {
  private let days: Int
  private let chosen: Int
  /// The days of the first period in each way; the first way is how it was.
  private let ways: [[Int]]

  /// All ways to choose `chosen` of `days` days, or as many as ``HeatComparison/mostWays`` drawn at random.
  init(days: Int, chosen: Int, using generator: inout some RandomNumberGenerator) {
    self.days = days
    self.chosen = chosen
    let actual = Array(0..<chosen)
    if DayExchange.count(days, chosen) <= HeatComparison.mostWays {
      ways = DayExchange.all(days, chosen)
    } else {
      var order = Array(0..<days)
      var drawn = [actual]
      while drawn.count < HeatComparison.mostWays {
        order.shuffle(using: &generator)
        drawn.append(Array(order.prefix(chosen)))
      }
      ways = drawn
    }
  }

  /// The share of ways in which the means of the two periods differ by as much as they do.
  /// - Parameter values: one for each day, those of the first period first.
  func probability(_ values: [Double]) -> Double {
    let total = values.reduce(0, +)
    func difference(_ sum: Double) -> Double {
      abs(sum / Double(chosen) - (total - sum) / Double(days - chosen))
    }
    // Sums in another order differ in the last bits.
    let actual = difference(values[..<chosen].reduce(0, +)) * (1 - 1e-9)
    let asLarge = ways.count { way in
      var sum = 0.0
      for day in way { sum += values[day] }
      return difference(sum) >= actual
    }
    return Double(asLarge) / Double(ways.count)
  }

  /// n over k, or a number beyond the limit.
  private static func count(_ n: Int, _ k: Int) -> Int {
    var count = 1
    for i in 0..<min(k, n - k) {
      count = count * (n - i) / (i + 1)
      if count > HeatComparison.mostWays { return count }
    }
    return count
  }

  /// All choices of `k` of `n` in lexicographic order.
  private static func all(_ n: Int, _ k: Int) -> [[Int]] {
    var choice = Array(0..<k)
    var choices = [choice]
    while let last = (0..<k).last(where: { choice[$0] < n - k + $0 }) {
      choice[last] += 1
      for index in (last + 1)..<max(last + 1, k) { choice[index] = choice[index - 1] + 1 }
      choices.append(choice)
    }
    return choices
  }
}
