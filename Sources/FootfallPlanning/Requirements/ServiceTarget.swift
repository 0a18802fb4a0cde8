/// How soon customers are to be served at tills or counters.
public struct ServiceTarget: Hashable, Sendable {
  /// The mean time that serving one customer takes, in seconds, more than 0.
  public var serviceSeconds: Double
  /// The share of customers who wait no longer than `waitSeconds`, more than 0 and less than 1.
  public var share: Double
  /// The wait that the share is about, in seconds, 0 or more.
  public var waitSeconds: Double
  /// The share of their time that servers may be busy, more than 0 and at most 1.
  public var maximumOccupancy: Double

  /// A target.
  public init(serviceSeconds: Double, share: Double, waitSeconds: Double, maximumOccupancy: Double = 1) {
    self.serviceSeconds = serviceSeconds
    self.share = share
    self.waitSeconds = waitSeconds
    self.maximumOccupancy = maximumOccupancy
  }
}
