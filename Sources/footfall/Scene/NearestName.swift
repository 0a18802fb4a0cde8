/// Finds what somebody meant by a misspelt name.
enum NearestName {
  /// The candidate that takes the fewest edits, where those are few enough to be a slip of the keyboard.
  ///
  /// Few enough is a third of the name's length, at least one; letter case costs nothing. Of equally near candidates the
  /// first is returned.
  static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(name.lowercased().unicodeScalars.prefix(longestName + 1))
    guard !letters.isEmpty, letters.count <= longestName else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let distance = editDistance(letters, Array(candidate.lowercased().unicodeScalars))
      if distance <= max(1, letters.count / 3), distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.candidate
  }

  /// What comes between a name and what is allowed: `; did you mean 'NAME'?`, or `;` where no candidate is near.
  static func hint(for name: String, among candidates: some Sequence<String>) -> String {
    of(name, among: candidates).map { "; did you mean '\($0)'?" } ?? ";"
  }

  /// Longer than any key or id; a bound on the time spent on a guess.
  private static let longestName = 64

  /// The least number of letters inserted, removed, replaced or swapped with their neighbour, no letter being edited
  /// twice (optimal string alignment; Damerau, CACM 7(3), 1964).
  /// - Complexity: O(m·n).
  static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
