/// What a reader of the measures of a layout should know before the numbers.
public enum LayoutWarning: Hashable, Sendable {
  /// The store is made up.
  case simulated
  /// Intervals over so few days are too narrow, or there are none.
  case fewDays(Int, fewest: Int)
  /// Nobody entered a zone.
  case neverVisited(String)
  /// So large a share of all positions is off the floor.
  case offTheFloor(Double)
  /// More lines of a zone's goods were sold than visitors were counted.
  case moreSalesThanVisitors(String)
  /// How crowded the floor was is not known, because tracks are not in order of time.
  case unknownCrowding

  /// The warning in a language.
  public func text(_ language: LayoutLanguage) -> String {
    switch self {
    case .simulated:
      language("the store is simulated: nobody in it is real", "该门店为模拟生成，其中没有真实的人")
    case .fewDays(let days, let fewest) where days < 2:
      language(
        "the period has \(days == 1 ? "one day" : "no days"): intervals over days need two or more, better \(fewest)",
        "统计期仅 \(days) 天：按日区间至少需要两天，最好 \(fewest) 天")
    case .fewDays(let days, let fewest):
      language(
        "the period has \(days) days: intervals over fewer than \(fewest) days are too narrow",
        "统计期为 \(days) 天：少于 \(fewest) 天时按日区间偏窄")
    case .neverVisited(let zone): language("nobody entered zone \(zone)", "区域 \(zone) 无人到访")
    case .offTheFloor(let share):
      language(
        "\(Wording.percent(share)) of all positions are outside the floor's outline: it or the floor points of a camera are wrong",
        "\(Wording.percent(share)) 的位置点落在场地轮廓之外：轮廓或摄像头标定点有误")
    case .moreSalesThanVisitors(let zone):
      language(
        "zone \(zone) sold more lines than visitors were counted", "区域 \(zone) 的销售行数多于到访人数")
    case .unknownCrowding:
      language(
        "crowding is not known: tracks are too far from the order of time", "拥挤程度未知：轨迹未按时间排序")
    }
  }
}
