import ArgumentParser
import FootfallPlanning

/// How long and with which numbers a plan is searched for.
struct SearchOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How long to search.", valueName: "seconds"))
  var timeLimit = 60.0

  @Option(help: ArgumentHelp("For all random choices of the search.", valueName: "number"))
  var seed: UInt32 = 1

  @Option(
    help: ArgumentHelp(
      "Make so many parts of the plan anew and stop: the same input and seed then give the same bytes, if the "
        + "time limit leaves room.", valueName: "number"))
  var iterations: Int?

  @Option(
    help: ArgumentHelp(
      "Stop once the gap is proved to be no more than so many percent.", valueName: "percent"))
  var gap = 0.0

  func validate() throws {
    try Self.check(timeLimit: timeLimit)
    if let iterations, !(0...1_000_000).contains(iterations) {
      throw ValidationError("--iterations is \(iterations); allowed: 0 to 1000000")
    }
    guard gap >= 0, gap < 100 else {
      throw ValidationError("--gap is \(gap); allowed: 0 to less than 100 percent")
    }
  }

  /// Refuses a time, in seconds, in which nothing can be found or that nobody waits for.
  static func check(timeLimit: Double) throws {
    guard timeLimit > 0, timeLimit <= 86_400 else {
      throw ValidationError("--time-limit is \(timeLimit); allowed: more than 0 and up to 86400 seconds")
    }
  }

  /// What the search is given.
  var limits: PlanSearchLimits {
    var limits = PlanSearchLimits()
    limits.parts = iterations
    limits.gap = gap / 100
    return limits
  }
}
