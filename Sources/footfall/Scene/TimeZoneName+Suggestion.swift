internal import FootfallExport
internal import Foundation

extension TimeZoneName {
  /// The zone that a misspelt name most likely means.
  static func suggestion(for name: String) -> String? {
    let candidates = TimeZone.knownTimeZoneIdentifiers.sorted() + ["UTC"]
    if let near = NearestName.of(name, among: candidates) { return near }
    // A city alone, or under the wrong region.
    let city = name.split(separator: "/").last.map(String.init) ?? name
    return candidates.first { $0.split(separator: "/").last?.lowercased() == city.lowercased() }
  }
}
