import FootfallPlanning
import FootfallTestSupport
import Testing

@Suite("Reading whole-day instances")
struct InstanceReadingTests {
  @Test("every section is read, comments and blank lines are not")
  func whole() throws {
    let instance = try InstanceText.instance()
    #expect(instance.days == 7)
    #expect(instance.shifts.map(\.id) == ["E", "L"])
    #expect(instance.shifts.map(\.forbiddenNext) == [[], [0]])
    let first = instance.staff[0]
    #expect(first.mostShifts == [7, 7] && first.minutes == 960...2400 && first.run == 2...3)
    #expect(first.leastDaysOff == 2 && first.mostWeekends == 1 && first.daysOff == [0])
    #expect(instance.requests.map(\.isWanted) == [true, false])
    #expect(instance.cover.map(\.required) == [1, 1, 2])
  }

  @Test("line ends of Windows are line ends")
  func windows() throws {
    #expect(try InstanceText.changed("\n", to: "\r\n") == InstanceText.instance())
  }

  @Test("made-up instances can be read", arguments: [1, 2, 3] as [UInt64])
  func madeUp(seed: UInt64) throws {
    let instance = try InstanceText.instance(
      RosterInstanceMaker(staff: 20, weeks: 4, shifts: 3).text(seed: seed))
    #expect(instance.staff.count == 20 && instance.days == 28 && instance.cover.count == 84)
  }

  @Test(
    "what is wrong is told with its line",
    arguments: [
      ("SECTION_HORIZON", "SECTION_DAYS", 2, "SECTION_DAYS"),
      ("SECTION_COVER", "SECTION_STAFF", 17, "each section once"),
      ("# A comment.", "7", 1, "SECTION_HORIZON"),
      ("\n7\n", "\n7,8\n", 3, "number of days"),
      ("\n7\n", "\n0\n", 3, "1 to 1000"),
      ("\n7\n", "\nseven\n", 3, "seven"),
      ("E,480,\n", "E,480\n", 6, "id, minutes"),
      ("E,480,\n", "E,-480,\n", 6, "1 to 1440"),
      ("E,480,\n", "-,480,\n", 6, "a name"),
      ("L,480,E", "E,480,E", 7, "each shift once"),
      ("L,480,E", "L,480,X", 7, "'X'"),
      ("B,E=7", "A,E=7", 10, "each employee once"),
      ("B,E=7|L=0", "B,E=7|X=0", 10, "'X'"),
      ("B,E=7|L=0", "B,E=7", 10, "'L' are missing"),
      ("B,E=7|L=0", "B,E=7|E=0", 10, "each shift once"),
      ("B,E=7|L=0", "B,E7|L=0", 10, "shift=number"),
      ("B,E=7|L=0", "B,E=-7|L=0", 10, "'-7'"),
      ("2400,480,4,1", "480,2400,4,1", 10, "0 to 480"),
      ("2400,480,4,1", "2400,480,4,5", 10, "1 to 4"),
      ("2400,480,4,1,1,1", "2400,480,4,1,1", 10, "id, most shifts"),
      ("A,0\n", "A,7\n", 12, "0 to 6"),
      ("A,0\n", "X,0\n", 12, "'X'"),
      ("A,1,L,2", "A,1,L,-2", 14, "'-2'"),
      ("A,1,L,2", "A,1,X,2", 14, "'X'"),
      ("B,3,E,3", "B,7,E,3", 16, "0 to 6"),
      ("B,3,E,3", "B,3,E", 16, "employee, day"),
      ("1,L,1,100,1", "0,E,1,100,1", 19, "line 18"),
      ("1,L,1,100,1", "1,L,1,100,many", 19, "'many'"),
      ("1,L,1,100,1", "1,L,99999999999999999999,100,1", 19, "a whole number"),
      ("SECTION_SHIFT_OFF_REQUESTS\nB,3,E,3\n", "", 18, "SECTION_SHIFT_OFF_REQUESTS is missing"),
    ])
  func wrong(old: String, new: String, line: Int, part: String) {
    #expect {
      try InstanceText.changed(old, to: new)
    } throws: { error in
      guard let error = error as? InstanceError else { return false }
      return error.line == line && error.description.contains(part) && !error.description.contains("\n")
    }
  }
}
