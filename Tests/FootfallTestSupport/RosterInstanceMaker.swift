/// Makes up instances of whole-day rostering in their text form, alike to the five public ones in `shared/data/nrp` in
/// kinds of contract, requests, demand over working time (0.97 to 1.03; there 0.99 to 1.02) and its scatter.
///
///     RosterInstanceMaker(staff: 20, weeks: 4, shifts: 3).text(seed: 1)
public struct RosterInstanceMaker: Sendable {
  private let staff: Int
  private let weeks: Int
  private let shifts: Int

  /// A shape.
  /// - Parameters:
  ///   - staff: The people: of four, two work full time, one full time in longer runs, and one half time.
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
    var lines = ["# Made up: seed \(seed)", "SECTION_HORIZON", "\(days)", "SECTION_SHIFTS"]
    for shift in 0..<shifts {
      lines.append("\(Self.id(shift)),480,\((0..<shift).map(Self.id).joined(separator: "|"))")
    }
    let limits = (0..<staff).map { _ in self.limits(&generator) }
    lines += ["SECTION_STAFF"] + limits.enumerated().map { row($0, $1) }
    lines.append("SECTION_DAYS_OFF")
    for person in 0..<staff {
      let days = (0..<weeks / 2).map { 14 * $0 + Int.random(in: 0..<14, using: &generator) }
      lines.append("P\(person)," + days.map(String.init).joined(separator: ","))
    }
    lines += ["SECTION_SHIFT_ON_REQUESTS"] + requests(blocks: 7, limits, &generator)
    lines += ["SECTION_SHIFT_OFF_REQUESTS"] + requests(blocks: 3, limits, &generator)
    lines += ["SECTION_COVER"] + cover(limits, &generator)
    return lines.joined(separator: "\n") + "\n"
  }

  private var days: Int { 7 * weeks }

  private static func id(_ shift: Int) -> String { "S\(shift)" }

  /// The most shifts of each kind that somebody works.
  ///
  /// Some don't work some; the last is work for half of the days or for none.
  private func limits(_ generator: inout SeededGenerator) -> [Int] {
    let always = Int.random(in: 0..<max(1, shifts - 1), using: &generator)
    return (0..<shifts).map { shift in
      if shift == always { return days }
      let chance = Double.random(in: 0..<1, using: &generator)
      return shift == shifts - 1 ? (chance < 0.6 ? days / 2 : 0) : (chance < 0.85 ? days : 0)
    }
  }

  private func isHalf(_ person: Int) -> Bool { person % 4 == 3 }

  /// The most shifts of all kinds.
  private func most(_ person: Int) -> Double { Double(weeks) * (isHalf(person) ? 2.25 : 4.5) }

  private func row(_ person: Int, _ limits: [Int]) -> String {
    let kinds = limits.enumerated().map { "\(Self.id($0))=\($1)" }.joined(separator: "|")
    let most = most(person) * 480
    let least = most * (isHalf(person) ? 0.6 : 0.875)
    let rules =
      isHalf(person)
      ? "5,1,2,\(weeks / 2)" : person % 4 == 2 ? "6,2,3,\(weeks * 3 / 4)" : "5,2,2,\(weeks / 2)"
    return "P\(person),\(kinds),\(Int(most)),\(Int(least)),\(rules)"
  }

  /// Blocks of one to five days of a shift that they work, so many for four people in four weeks.
  private func requests(blocks: Int, _ limits: [[Int]], _ generator: inout SeededGenerator) -> [String] {
    (0..<max(1, blocks * staff * weeks / 16)).flatMap { _ -> [String] in
      let person = Int.random(in: 0..<staff, using: &generator)
      let start = Int.random(in: 0..<days - 4, using: &generator)
      let shift = (0..<shifts).filter { limits[person][$0] > 0 }.randomElement(using: &generator) ?? 0
      let weight = Int.random(in: 1...3, using: &generator)
      return (start..<start + Int.random(in: 1...5, using: &generator)).map {
        "P\(person),\($0),\(Self.id(shift)),\(weight)"
      }
    }
  }

  /// About as many people as can work, on all days alike but for two heads more or fewer by chance, and by shift as
  /// many work it.
  private func cover(_ limits: [[Int]], _ generator: inout SeededGenerator) -> [String] {
    let total = (0..<staff).reduce(0) { $0 + most($1) } * Double.random(in: 0.97...1.03, using: &generator)
    let able = (0..<shifts).map { shift in Double(limits.reduce(0) { $0 + min($1[shift], days) }) }
    return (0..<days * shifts).map { place in
      let mean = total / Double(days) * able[place % shifts] / able.reduce(0, +)
      let chance =
        Double.random(in: 0..<1, using: &generator) + Double(Int.random(in: -1...1, using: &generator))
        + Double(Int.random(in: -1...1, using: &generator))
      let people = max(0, Int((mean + chance).rounded(.down)))
      return "\(place / shifts),\(Self.id(place % shifts)),\(people),100,1"
    }
  }
}
