internal import FootfallLayout

/// What a comparison comes to, in the language of a page.
struct ComparisonWording {
  let document: ComparisonDocument
  let language: LayoutLanguage

  /// What was compared.
  var name: String { document.series.isEmpty ? language("The value", "该数值") : document.series }

  /// The same within a sentence.
  private var object: String { document.series.isEmpty ? language("the value", name) : name }

  /// The answer.
  var sentence: String {
    guard let direction = Verdict.Direction(rawValue: document.verdict), direction != .inconclusive else {
      return language("Inconclusive: the difference may be chance.", "尚无定论：差异可能出于偶然。")
    }
    let word = direction == .higher ? language("higher", "上升") : language("lower", "下降")
    return document.causal
      ? language("The change made \(object) \(word).", "此次改动使 \(name) \(word)。")
      : language(
        "\(name) is \(word) with the change; whether it is the reason is not known.",
        "改动后 \(name) \(word)；是否由改动引起尚不可知。")
  }

  /// What keeps from saying more, and what is taken for granted.
  var notes: [String] {
    document.caveats.compactMap(Verdict.Caveat.init).map(note)
      + document.assumptions.map { ComparisonAssumption(rawValue: $0)?.text(language) ?? $0 }
  }

  /// How an estimate was made.
  func method(_ estimate: EstimateDocument) -> String {
    switch estimate.method.flatMap(Comparison.Method.init) {
    case .welch: language("without weekdays", "不计星期因素")
    case .movingBlocks: language("in blocks of a week", "按周分块")
    case .newcombe: language("all days as one", "各日合并")
    case .dayClustered, nil: language("with weekdays held", "控制星期因素")
    }
  }

  private func note(_ caveat: Verdict.Caveat) -> String {
    switch caveat {
    case .noControl:
      language(
        "There is neither a control nor a lot, so that anything else of that time may be the reason.",
        "既无对照也未抽签分配，同期的其他因素也可能是原因。")
    case .notDrawnByLot:
      language(
        "The turns were not drawn by lot, so that what else goes by the same rule may be the reason.",
        "轮换并非抽签决定，按同样规律变化的其他因素也可能是原因。")
    case .trendBefore:
      language(
        "It went apart from the controls before the change already.", "改动之前与对照的走势已经分离。")
    case .trendUnknown:
      language(
        "Fewer than 14 days before the change do not show whether it went like the controls.",
        "改动前不足 14 天，无法看出走势是否与对照一致。")
    case .geometryChanged:
      language(
        "Cameras or zones are not the same in both, which alone may make a difference.",
        "前后摄像头或区域不同，仅此就可能造成差异。")
    case .fewDays:
      language(
        "A side has fewer than 14 days: each weekday should come twice or more.",
        "有一侧不足 14 天：每个星期几至少应出现两次。")
    case .weekdaysDiffer:
      language(
        "Weekdays or parts of the day are not the same in both, so that they may make the difference.",
        "前后的星期或时段不同，差异可能由此而来。")
    case .blocksDisagree:
      language(
        "Allowing for runs of good and bad days, the difference may be chance.",
        "考虑到好坏日子往往连续出现，差异可能出于偶然。")
    }
  }
}
