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
  /// - Throws: for an unknown method or one without its numbers, and a number that cannot be; `pointer` is where the basis
  ///   stands.
  func basis(at pointer: String) throws(DocumentError) -> RequirementBasis {
    let counts = [("heads", heads), ("serving", serving), ("tasks", tasks)]
    for (name, number) in counts where !(0...RequirementDocument.Row.mostHeads).contains(number) {
      throw DocumentError(
        "\(pointer)/\(name)", "is \(number); allowed: 0 to \(RequirementDocument.Row.mostHeads)")
    }
    guard shrinkage >= 0, shrinkage < 1 else {
      throw DocumentError("\(pointer)/shrinkage", "is \(shrinkage); allowed: 0 to less than 1")
    }
    return RequirementBasis(
      rule: try rule(BasisNumbers(pointer: pointer)), heads: heads, serving: serving, tasks: tasks,
      shrinkage: shrinkage)
  }

  private func rule(_ numbers: BasisNumbers) throws(DocumentError) -> RequirementBasis.Rule {
    guard let method = ServiceMethod(rawValue: method) else {
      let allowed = ServiceMethod.allCases.map(\.rawValue).joined(separator: ", ")
      throw DocumentError("\(numbers.pointer)/method", "is '\(method)'; allowed: \(allowed)")
    }
    switch method {
    case .fixed: return .fixed
    case .trafficPerLabourHour:
      return .trafficPerLabourHour(
        arrivalsPerHour: try numbers.amount(arrivalsPerHour, "arrivalsPerHour"),
        target: try numbers.positive(target, "target", upTo: 1e6))
    case .occupancyPerAssociate:
      return .occupancyPerAssociate(
        arrivalsPerHour: try numbers.amount(arrivalsPerHour, "arrivalsPerHour"),
        dwellSeconds: try numbers.positive(dwellSeconds, "dwellSeconds", upTo: 86_400),
        present: try numbers.amount(present, "present"),
        target: try numbers.positive(target, "target", upTo: 1e6))
    case .erlangC: return .erlangC(try queue(numbers))
    }
  }

  private func queue(_ numbers: BasisNumbers) throws(DocumentError) -> ErlangCBasis {
    let target = ServiceTarget(
      serviceSeconds: try numbers.positive(serviceSeconds, "serviceSeconds", upTo: 86_400),
      share: try numbers.positive(targetShare, "targetShare", upTo: 1),
      waitSeconds: try numbers.number(targetWaitSeconds, "targetWaitSeconds", in: 0...86_400),
      maximumOccupancy: try numbers.positive(maximumOccupancy, "maximumOccupancy", upTo: 1))
    return ErlangCBasis(
      arrivalsPerHour: try numbers.amount(arrivalsPerHour, "arrivalsPerHour"), target: target,
      expectedShare: try numbers.number(expectedShare, "expectedShare", in: 0...1),
      expectedWaitSeconds: try expectedWaitSeconds.map { seconds throws(DocumentError) in
        try numbers.number(seconds, "expectedWaitSeconds", in: 0...BasisNumbers.most)
      })
  }
}

/// Checks the numbers of a basis.
private struct BasisNumbers {
  /// Where the basis stands.
  let pointer: String

  /// More than any forecast comes to, and than any queue waits.
  static let most = 1e15

  func number(
    _ value: Double?, _ name: String, in range: ClosedRange<Double>
  ) throws(DocumentError) -> Double {
    guard let value else { throw DocumentError("\(pointer)/\(name)", "is missing") }
    guard range.contains(value) else {
      throw DocumentError(
        "\(pointer)/\(name)", "is \(value); allowed: \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  func amount(_ value: Double?, _ name: String) throws(DocumentError) -> Double {
    try number(value, name, in: 0...Self.most)
  }

  func positive(_ value: Double?, _ name: String, upTo most: Double) throws(DocumentError) -> Double {
    let number = try number(value, name, in: 0...most)
    guard number > 0 else {
      throw DocumentError("\(pointer)/\(name)", "is \(number); allowed: more than 0 and up to \(most)")
    }
    return number
  }
}
