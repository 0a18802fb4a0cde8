/// How planning files name the days of the week.
enum WeekdayName: String, CaseIterable {
  case mon, tue, wed, thu, fri, sat, sun

  /// 0 for Monday.
  var number: Int { WeekdayName.allCases.firstIndex(of: self) ?? 0 }
}
