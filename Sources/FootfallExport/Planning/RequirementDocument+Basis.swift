internal import FootfallPlanning

extension RequirementDocument {
  /// How a requirement came about; which members there are depends on the method.
  struct Basis: Codable, Sendable {
    var method: String
    var heads: Int
    var serving: Int
    var tasks: Int
    var shrinkage: Double
    var arrivalsPerHour: Double?
    var target: Double?
    var dwellSeconds: Double?
    var present: Double?
    var serviceSeconds: Double?
    var targetShare: Double?
    var targetWaitSeconds: Double?
    var maximumOccupancy: Double?
    var expectedShare: Double?
    var expectedWaitSeconds: Double?
  }
}

extension RequirementDocument.Basis {
  init(_ basis: RequirementBasis) {
    self.init(
      method: basis.rule.method.rawValue, heads: basis.heads, serving: basis.serving, tasks: basis.tasks,
      shrinkage: basis.shrinkage)
    func rounded(_ number: Double) -> Double { Fixed.rounded(number, decimals: 6) }
    switch basis.rule {
    case .fixed: break
    case .trafficPerLabourHour(let arrivals, let target):
      arrivalsPerHour = rounded(arrivals)
      self.target = target
    case .occupancyPerAssociate(let arrivals, let dwell, let present, let target):
      arrivalsPerHour = rounded(arrivals)
      dwellSeconds = dwell
      self.present = rounded(present)
      self.target = target
    case .erlangC(let queue):
      arrivalsPerHour = rounded(queue.arrivalsPerHour)
      serviceSeconds = queue.target.serviceSeconds
      targetShare = queue.target.share
      targetWaitSeconds = queue.target.waitSeconds
      maximumOccupancy = queue.target.maximumOccupancy
      expectedShare = rounded(queue.expectedShare)
      expectedWaitSeconds = queue.expectedWaitSeconds.map(rounded)
    }
  }

  /// The basis that these members tell.
  /// - Throws: for an unknown method or one without its numbers; `pointer` is where the basis stands.
  func basis(at pointer: String) throws(DocumentError) -> RequirementBasis {
    RequirementBasis(
      rule: try rule(at: pointer), heads: heads, serving: serving, tasks: tasks, shrinkage: shrinkage)
  }

  private func rule(at pointer: String) throws(DocumentError) -> RequirementBasis.Rule {
    func needed(_ value: Double?, _ name: String) throws(DocumentError) -> Double {
      guard let value else { throw DocumentError("\(pointer)/\(name)", "is missing") }
      return value
    }
    guard let method = ServiceMethod(rawValue: method) else {
      let allowed = ServiceMethod.allCases.map(\.rawValue).joined(separator: ", ")
      throw DocumentError("\(pointer)/method", "is '\(method)'; allowed: \(allowed)")
    }
    switch method {
    case .fixed: return .fixed
    case .trafficPerLabourHour:
      return .trafficPerLabourHour(
        arrivalsPerHour: try needed(arrivalsPerHour, "arrivalsPerHour"), target: try needed(target, "target"))
    case .occupancyPerAssociate:
      return .occupancyPerAssociate(
        arrivalsPerHour: try needed(arrivalsPerHour, "arrivalsPerHour"),
        dwellSeconds: try needed(dwellSeconds, "dwellSeconds"), present: try needed(present, "present"),
        target: try needed(target, "target"))
    case .erlangC:
      let target = ServiceTarget(
        serviceSeconds: try needed(serviceSeconds, "serviceSeconds"),
        share: try needed(targetShare, "targetShare"),
        waitSeconds: try needed(targetWaitSeconds, "targetWaitSeconds"),
        maximumOccupancy: try needed(maximumOccupancy, "maximumOccupancy"))
      return .erlangC(
        ErlangCBasis(
          arrivalsPerHour: try needed(arrivalsPerHour, "arrivalsPerHour"), target: target,
          expectedShare: try needed(expectedShare, "expectedShare"), expectedWaitSeconds: expectedWaitSeconds)
      )
    }
  }
}
