/// Which members are connected, directly or through others: disjoint sets (Tarjan, JACM 22(2), 1975).
///
/// Keeps its buffers: it allocates only when there are more members than ever before.
struct ConnectedGroups: Sendable {
  private var parents: [Int] = []

  /// Begins again with `count` members that are not connected.
  mutating func reset(count: Int) {
    parents.removeAll(keepingCapacity: true)
    for member in 0..<count { parents.append(member) }
  }

  /// Connects two members and their groups.
  mutating func connect(_ first: Int, _ second: Int) {
    let (first, second) = (root(of: first), root(of: second))
    parents[max(first, second)] = min(first, second)
  }

  /// The member that stands for the group of `member`: its first one.
  mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }
}
