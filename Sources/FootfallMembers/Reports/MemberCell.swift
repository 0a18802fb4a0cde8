/// How many member visits there were in a time, told only where enough members stand behind each number that can be had
/// from what is told, by subtraction too.
struct MemberCell: Sendable {
  /// A number that fewer members than this stand behind is not told.
  static let leastMembers = 10

  /// What is told together: into which groups visits fall.
  enum Table: Int, CaseIterable {
    /// All.
    case visits
    /// Of members who come again; of those who do not.
    case repeats
    /// Of members with a face who checked in: recognised; not recognised. And all others.
    case recognition

    func group(of visit: MemberVisit) -> Int {
      switch self {
      case .visits: 0
      case .repeats: visit.isRepeat ? 0 : 1
      case .recognition: visit.checkedIn && visit.hasFace ? (visit.wasRecognised ? 0 : 1) : 2
      }
    }

    var groups: Int { rawValue + 1 }
  }

  /// In milliseconds since 1970 UTC.
  let range: Range<Int64>
  /// By table and group.
  private(set) var counts = Table.allCases.map { [Int](repeating: 0, count: $0.groups) }
  private var members = Table.allCases.map { [Set<MemberID>](repeating: [], count: $0.groups) }
  private(set) var parts: [MemberCell]
  private var isTold = Table.allCases.map { _ in false }

  /// Counts visits that begin in a time without parts.
  init(_ range: Range<Int64>, _ visits: ArraySlice<MemberVisit>) {
    (self.range, parts) = (range, [])
    for visit in visits {
      for table in Table.allCases {
        counts[table.rawValue][table.group(of: visit)] += 1
        members[table.rawValue][table.group(of: visit)].insert(visit.member)
      }
    }
  }

  /// Adds up the parts of a time, of which there is one or more.
  init(_ parts: [MemberCell]) {
    range = parts[0].range.lowerBound..<parts[parts.count - 1].range.upperBound
    self.parts = parts
    for table in Table.allCases {
      for group in 0..<table.groups {
        counts[table.rawValue][group] = parts.reduce(0) { $0 + $1.counts[table.rawValue][group] }
        members[table.rawValue][group] = parts.reduce(into: []) {
          $0.formUnion($1.members[table.rawValue][group])
        }
      }
    }
  }

  /// The visits of a table by group; nil where they are not told.
  subscript(_ table: Table) -> [Int]? { isTold[table.rawValue] ? counts[table.rawValue] : nil }

  /// Decides what is told of this time and its parts.
  mutating func decide() {
    for table in Table.allCases {
      isTold[table.rawValue] = mayTell(table)
      if mayTell(table) { decideParts(table) }
    }
  }

  /// Decides what is told of the parts of a time that is told.
  ///
  /// What is left when all parts that are told are taken away from the whole must be large, too, else the smallest of them is
  /// not told either. Where visits are not told, nothing else is: they are the sum of it.
  private mutating func decideParts(_ table: Table) {
    let number = table.rawValue
    var rest = members[number].map { _ in Set<MemberID>() }
    func add(_ part: MemberCell) {
      for group in rest.indices { rest[group].formUnion(part.members[number][group]) }
    }
    for index in parts.indices {
      parts[index].isTold[number] = parts[index].mayTell(table)
      if !parts[index].isTold[number] { add(parts[index]) }
    }
    while parts.contains(where: { !$0.isTold[number] }),
      rest.contains(where: { $0.count < Self.leastMembers }),
      let least = parts.indices.filter({ parts[$0].isTold[number] })
        .min(by: { parts[$0].smallest(table) < parts[$1].smallest(table) })
    {
      parts[least].isTold[number] = false
      add(parts[least])
    }
    for index in parts.indices where parts[index].isTold[number] { parts[index].decideParts(table) }
  }

  private func mayTell(_ table: Table) -> Bool {
    smallest(table) >= Self.leastMembers && (table == .visits || isTold[Table.visits.rawValue])
  }

  private func smallest(_ table: Table) -> Int { members[table.rawValue].map(\.count).min() ?? 0 }
}
