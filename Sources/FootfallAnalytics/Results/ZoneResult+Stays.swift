internal import FootfallCore

/// All over the visits of customers; in a zone for staff over all.
extension ZoneResult {
  /// Visits whose entry or exit was not seen.
  public var censoredVisits: Int { judgedVisits.lazy.filter(\.isCensored).count }

  /// The distribution of true dwell, from visits of which some were not seen to the end.
  public var kaplanMeier: KaplanMeier { KaplanMeier(judgedVisits) }

  /// Visits known to have lasted `engagedTime` or longer, over all visits; nil for kinds of which that is not asked.
  ///
  /// Undecided are visits that were cut short before it.
  public var engagement: Proportion? {
    engagedTime.map { least in
      proportion {
        $0.dwell >= least
      } undecided: {
        $0.isCensored && $0.dwell < least
      }
    }
  }

  /// Visits known to have been shorter than `bounceTime`, over all visits; nil for kinds of which that is not asked.
  ///
  /// Undecided are visits that were cut short before it.
  public var bounces: Proportion? {
    guard engagedTime != nil else { return nil }
    return proportion {
      !$0.isCensored && $0.dwell < bounceTime
    } undecided: {
      $0.isCensored && $0.dwell < bounceTime
    }
  }

  private func proportion(
    _ isCounted: (Visit) -> Bool, undecided isUndecided: (Visit) -> Bool
  ) -> Proportion {
    let visits = judgedVisits
    return Proportion(
      numerator: visits.count(where: isCounted), denominator: visits.count,
      undecided: visits.count(where: isUndecided))
  }
}
