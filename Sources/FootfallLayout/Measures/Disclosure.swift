/// Which counts of people are published.
///
/// A count of 1 to 9 tells about single people and is noise besides, so that it is withheld, and so is what it can be
/// computed from. 0 is published: it tells about nobody.
public enum Disclosure {
  /// The fewest people that are told of.
  public static let leastCount = 10

  /// Whether a count is withheld.
  public static func withholds(_ count: Int) -> Bool { 1..<leastCount ~= count }

  /// Whether a part of a published whole is withheld: also where the rest of the whole would be.
  public static func withholds(_ part: Int, of whole: Int) -> Bool {
    whole < leastCount || withholds(part) || withholds(whole - part)
  }

  /// Which counts of a list are withheld whose sum is published.
  ///
  /// The sum less the others is the sum of those withheld, so that more are withheld, the smallest first, until that is a
  /// count that may be told.
  public static func withheld(of counts: [Int]) -> [Bool] {
    var withheld = counts.map(withholds)
    func sum() -> Int { zip(counts, withheld).reduce(0) { $0 + ($1.1 ? $1.0 : 0) } }
    while withholds(sum()) {
      let others = counts.indices.filter { !withheld[$0] && counts[$0] > 0 }
      guard let next = others.min(by: { counts[$0] < counts[$1] }) else { break }
      withheld[next] = true
    }
    return withheld
  }
}
