import Foundation

/// How long the process has lived and how much memory it has used, as the kernel tells it.
enum ProcessClock {
  private static let launch = ContinuousClock.now

  /// Seconds from the start of the process to the first call of this type, which `main` makes.
  private static let ageAtLaunch: Double = {
    // Field 22 of stat(5) counts clock ticks from boot; the name in field 2 may hold spaces.
    guard let stat = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
      let uptime = try? String(contentsOfFile: "/proc/uptime", encoding: .utf8),
      let name = stat.lastIndex(of: ")"), let up = uptime.split(separator: " ").first.flatMap({ Double($0) })
    else { return 0 }
    let fields = stat[name...].split(separator: " ")
    guard fields.count > 20, let ticks = Double(fields[20]) else { return 0 }
    return max(0, up - ticks / Double(sysconf(Int32(_SC_CLK_TCK))))
  }()

  /// Starts the clock; called first thing in `main`.
  static func start() {
    _ = launch
    _ = ageAtLaunch
  }

  /// Seconds since the process started.
  static var secondsAlive: Double {
    let elapsed = (ContinuousClock.now - launch).components
    return ageAtLaunch + Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
  }

  /// The most memory that was resident at once, in bytes.
  static var peakMemoryBytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}
