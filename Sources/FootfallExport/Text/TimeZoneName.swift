public import Foundation

/// Names of time zones in the tz database.
public enum TimeZoneName {
  /// The zone with this name in the tz database, or nil where there is none.
  ///
  /// Foundation also takes abbreviations and reads `BST` as Bangladesh; those are not names of zones.
  public static func zone(named name: String) -> TimeZone? {
    guard name.contains("/") || wordNames.contains(name) else { return nil }
    return TimeZone(identifier: name)
  }

  /// The names without a region (tz database, files `etcetera` and `backward`).
  private static let wordNames: Set<String> = [
    "UTC", "GMT", "UCT", "Universal", "Zulu", "Greenwich", "GMT0", "EST", "MST", "HST", "EST5EDT", "CST6CDT",
    "MST7MDT", "PST8PDT", "CET", "MET", "EET", "WET", "Cuba", "Egypt", "Eire", "GB", "GB-Eire", "Hongkong",
    "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein", "Libya", "NZ", "NZ-CHAT", "Navajo", "PRC",
    "Poland", "Portugal", "ROC", "ROK", "Singapore", "Turkey", "W-SU",
  ]
}
