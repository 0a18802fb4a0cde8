extension RosterProblem {
  /// A limit on what a person is given within some days.
  struct Quota: Sendable {
    enum Measure: Sendable, Hashable {
      /// Paid minutes.
      case minutes
      /// Days with a duty.
      case days
      /// Days with a stretch that overlaps these slots.
      case meetings(Range<Int>)
    }

    var measure: Measure
    var days: Range<Int>
    /// Hard.
    var most = Int.max
    /// Soft: each unit below it costs `costPerUnit`.
    var least = 0
    var costPerUnit = 0.0
    /// What it costs, once, if there is anything at all.
    var costOfAny = 0.0

    /// What a sum costs.
    func cost(of sum: Int) -> Double {
      Double(max(0, least - sum)) * costPerUnit + (sum > 0 ? costOfAny : 0)
    }

    var isSoft: Bool { costPerUnit != 0 || costOfAny != 0 }
  }

  /// What an option adds to a quota.
  func amount(of option: Int, by measure: Quota.Measure) -> Int {
    switch measure {
    case .minutes: duty(ofOption: option).paidMinutes
    case .days: 1
    case .meetings(let slots):
      duty(ofOption: option).stretches.contains { stretches[$0].slots.overlaps(slots) } ? 1 : 0
    }
  }

  /// By day: the slots from the first start of a duty to the last end; empty where nothing can be worked.
  var daySpans: [Range<Int>] {
    var spans = [Range<Int>?](repeating: nil, count: days)
    for duty in duties {
      let span = spans[duty.day] ?? duty.slots
      spans[duty.day] =
        min(span.lowerBound, duty.slots.lowerBound)..<max(span.upperBound, duty.slots.upperBound)
    }
    return spans.map { $0 ?? 0..<0 }
  }
}
