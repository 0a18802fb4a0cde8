/// What a comparison takes for granted, as its document says it.
enum ComparisonAssumption: String, CaseIterable {
  case simulated = "The store is simulated: nothing of it was seen."
  case independentDays = "Days are independent of each other but for their weekday."
  case alike = "Without the change, what was changed and the controls would have gone alike."
  case sameGeometry =
    "Cameras and zones were the same throughout: the values have no column geometry to tell."

  /// In the language of a page.
  func text(_ language: LayoutLanguage) -> String {
    switch self {
    case .simulated: language(rawValue, "该门店为模拟生成，其中没有真实观测。")
    case .independentDays: language(rawValue, "除星期因素外，各日之间相互独立。")
    case .alike: language(rawValue, "若无改动，被改动者与对照的走势本应一致。")
    case .sameGeometry: language(rawValue, "摄像头与区域始终未变：数据中没有 geometry 列可供核对。")
    }
  }
}
