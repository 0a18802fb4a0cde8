/// The ways in which traffic becomes heads.
public enum ServiceMethod: String, Hashable, Sendable, CaseIterable {
  /// Minimum cover and tasks alone.
  case fixed
  /// Arrivals an hour for each associate (shoppers to associates ratio by the door counter).
  case trafficPerLabourHour
  /// People present for each associate (the same ratio by people inside).
  case occupancyPerAssociate
  /// Waiting times at tills and counters.
  case erlangC
}

extension RequirementBasis.Rule {
  /// Which way it is.
  public var method: ServiceMethod {
    switch self {
    case .fixed: .fixed
    case .trafficPerLabourHour: .trafficPerLabourHour
    case .occupancyPerAssociate: .occupancyPerAssociate
    case .erlangC: .erlangC
    }
  }
}
