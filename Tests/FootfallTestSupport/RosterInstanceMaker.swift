/// Makes up instances of whole-day rostering of the shape of the public ones, in their text form.
///
///     RosterInstanceMaker(staff: 20, weeks: 4, shifts: 3).text(seed: 1)
public struct RosterInstanceMaker: Sendable {
  private let staff: Int
  private let weeks: Int
  private let shifts: Int

  /// A shape.
  /// - Parameters:
  ///   - staff: The people, of whom three in five work full time, and one in five half.
  ///   - weeks: The weeks, an even number.
  ///   - shifts: The kinds of shift, each of which none that begins earlier may follow.
  public init(staff: Int, weeks: Int, shifts: Int) {
    self.staff = staff
    self.weeks = weeks
    self.shifts = shifts
  }

  /// An instance.
  public func text(seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    var lines = ["# Made up: seed \(seed)", "SECTION_HORIZON", "\(7 * weeks)", "SECTION_SHIFTS"]
    for shift in 0..<shifts {
      lines.append("\(Self.id(shift)),480,\((0..<shift).map(Self.id).joined(separator: "|"))")
    }
    lines.append("SECTION_STAFF")
    let hours = (0..<staff).map { $0 % 5 == 4 ? 9 * weeks / 4 : 18 * weeks / 4 }
    for person in 0..<staff { lines.append(row(person, most: hours[person], &generator)) }
    lines.append("SECTION_DAYS_OFF")
    for person in 0..<staff {
      let days = (0..<weeks / 2).map { 14 * $0 + Int.random(in: 0..<14, using: &generator) }
      lines.append("P\(person)," + days.map(String.init).joined(separator: ","))
    }
    lines += ["SECTION_SHIFT_ON_REQUESTS"] + requests(&generator)
    lines += ["SECTION_SHIFT_OFF_REQUESTS"] + requests(&generator)
    lines += ["SECTION_COVER"] + cover(shifts: hours.reduce(0, +), &generator)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func id(_ shift: Int) -> String { "S\(shift)" }

  private func row(_ person: Int, most: Int, _ generator: inout SeededGenerator) -> String {
    let always = Int.random(in: 0..<shifts, using: &generator)
    let limits = (0..<shifts).map { shift in
      let most = [7 * weeks, 7 * weeks, 7 * weeks, 7 * weeks / 2, 0].randomElement(using: &generator) ?? 0
      return "\(Self.id(shift))=\(shift == always ? 7 * weeks : most)"
    }
    let rules = person % 5 == 3 ? "6,2,3,\(weeks * 3 / 4)" : "5,2,2,\(weeks / 2)"
    let least = (most * 7 + 7) / 8
    return "P\(person),\(limits.joined(separator: "|")),\(480 * most),\(480 * least),\(rules)"
  }

  /// Two blocks of a few days for each person.
  private func requests(_ generator: inout SeededGenerator) -> [String] {
    (0..<staff).flatMap { person in
      (0..<2).flatMap { _ in
        let start = Int.random(in: 0..<7 * weeks - 5, using: &generator)
        let shift = Int.random(in: 0..<shifts, using: &generator)
        let weight = Int.random(in: 1...3, using: &generator)
        return (start..<start + Int.random(in: 1...5, using: &generator)).map {
          "P\(person),\($0),\(Self.id(shift)),\(weight)"
        }
      }
    }
  }

  /// As many people in all as there are shifts to be worked, but for one in thirty, spread by chance.
  private func cover(shifts total: Int, _ generator: inout SeededGenerator) -> [String] {
    var people = [Int](repeating: 0, count: 7 * weeks * shifts)
    for _ in 0..<total * 29 / 30 { people[Int.random(in: people.indices, using: &generator)] += 1 }
    return people.indices.map { "\($0 / shifts),\(Self.id($0 % shifts)),\(people[$0]),100,1" }
  }
}
