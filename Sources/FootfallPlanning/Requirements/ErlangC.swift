internal import FootfallCore

/// A queue before several servers: arrivals at random, service times exponential, nobody leaves (M/M/c, Erlang 1917).
///
/// ```swift
/// let tills = ErlangC(arrivalsPerHour: 36, serviceSeconds: 150, servers: 3)
/// tills?.share(within: 120)  // 0.9287
/// ```
/// The probability to wait is found by Erlang B's recursion, B(0) = 1, B(k) = A B(k−1) / (k + A B(k−1)), and
/// C = c B / (c − A (1 − B)) (Cooper, "Introduction to Queueing Theory", 1981, sections 3.3 and 3.4), which neither
/// overflows nor cancels for any number of servers.
public struct ErlangC: Hashable, Sendable {
  /// The most servers that are reckoned with; more is a slip in a unit.
  public static let mostServers = 10_000

  /// Servers at work.
  public let servers: Int
  /// The mean number of busy servers, A = arrivals × service time, in erlang.
  public let load: Double
  /// The mean time that one customer is served, in seconds.
  public let serviceSeconds: Double
  /// The probability that a customer has to wait, C.
  public let waitProbability: Double

  /// A queue that does not grow for ever; nil where there are no more servers than the load keeps busy, but for a rounding
  /// error.
  /// - Parameters:
  ///   - arrivalsPerHour: 0 or more.
  ///   - serviceSeconds: more than 0.
  ///   - servers: 0 to 10,000.
  /// - Complexity: O(servers).
  public init?(arrivalsPerHour: Double, serviceSeconds: Double, servers: Int) {
    let load = ErlangC.load(arrivalsPerHour, serviceSeconds)
    guard load == 0 || Self.isStable(load: load, servers: Double(servers)) else { return nil }
    var blocking = 1.0
    for count in stride(from: 1.0, through: Double(servers), by: 1) {
      blocking = ErlangC.blocking(after: blocking, load: load, servers: count)
    }
    self.init(load: load, serviceSeconds: serviceSeconds, servers: servers, blocking: blocking)
  }

  private init(load: Double, serviceSeconds: Double, servers: Int, blocking: Double) {
    self.servers = servers
    self.load = load
    self.serviceSeconds = serviceSeconds
    let count = Double(servers)
    waitProbability = load > 0 ? count * blocking / (count - load * (1 - blocking)) : 0
  }

  /// The queue with the fewest servers that meets a target; nil where that takes more than 10,000 of them.
  ///
  /// Without arrivals, no servers.
  /// - Complexity: O(servers).
  public static func smallest(arrivalsPerHour: Double, meeting target: ServiceTarget) -> ErlangC? {
    let load = load(arrivalsPerHour, target.serviceSeconds)
    guard load > 0 else {
      return ErlangC(load: 0, serviceSeconds: target.serviceSeconds, servers: 0, blocking: 1)
    }
    var blocking = 1.0
    for servers in 1...mostServers {
      let count = Double(servers)
      blocking = self.blocking(after: blocking, load: load, servers: count)
      guard isStable(load: load, servers: count), load <= target.maximumOccupancy * count * (1 + tolerance)
      else { continue }
      let queue = ErlangC(
        load: load, serviceSeconds: target.serviceSeconds, servers: servers, blocking: blocking)
      if queue.share(within: target.waitSeconds) >= target.share - tolerance { return queue }
    }
    return nil
  }

  /// The share of customers who wait no longer than so many seconds: 1 − C e^(−(c−A) t/S).
  public func share(within seconds: Double) -> Double {
    1 - waitProbability * ExponentialFunction.of(-(Double(servers) - load) * seconds / serviceSeconds)
  }

  /// The mean wait of all customers in seconds: C S / (c − A).
  public var meanWaitSeconds: Double {
    load > 0 ? waitProbability * serviceSeconds / (Double(servers) - load) : 0
  }

  /// The mean number of customers who wait: A C / (c − A), by Little's law.
  public var meanQueueLength: Double { load * meanWaitSeconds / serviceSeconds }

  /// The share of their time that servers are busy.
  public var occupancy: Double { servers > 0 ? load / Double(servers) : 0 }

  /// A rounding error: what a share may fall short by and still be met, and what a load may be wrong by.
  private static let tolerance = 1e-9

  /// Whether servers have time left: a load that should equal their number may come out a little below it.
  private static func isStable(load: Double, servers: Double) -> Bool { load < servers * (1 - tolerance) }

  private static func load(_ arrivalsPerHour: Double, _ serviceSeconds: Double) -> Double {
    arrivalsPerHour / 3600 * serviceSeconds
  }

  private static func blocking(after blocking: Double, load: Double, servers: Double) -> Double {
    load * blocking / (servers + load * blocking)
  }
}
