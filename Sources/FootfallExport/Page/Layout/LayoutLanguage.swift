/// The languages of the page of a layout.
public enum LayoutLanguage: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh-CN"

  /// What the page is called.
  public var pageName: String {
    switch self {
    case .english: "layout.html"
    case .chinese: "layout.zh.html"
    }
  }

  /// The name of the language in itself.
  var ownName: String {
    switch self {
    case .english: "English"
    case .chinese: "简体中文"
    }
  }

  /// The text in this language.
  func callAsFunction(_ english: String, _ chinese: String) -> String {
    self == .english ? english : chinese
  }
}
