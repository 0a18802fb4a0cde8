// Makes up a whole-day rostering instance, to measure `footfall benchmark nrp` with.
// usage: RosterInstanceMaker STAFF WEEKS SHIFTS SEED > instance.txt
import FootfallTestSupport

let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
guard numbers.count == 4, numbers.allSatisfy({ $0 > 0 }), numbers[1] % 2 == 0 else {
  fatalError("usage: RosterInstanceMaker STAFF WEEKS SHIFTS SEED; WEEKS is even")
}
let maker = FootfallTestSupport.RosterInstanceMaker(staff: numbers[0], weeks: numbers[1], shifts: numbers[2])
print(maker.text(seed: UInt64(numbers[3])), terminator: "")
