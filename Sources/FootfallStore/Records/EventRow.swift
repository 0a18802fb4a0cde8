internal import FootfallAnalytics
internal import FootfallCore

/// The columns of an event that depend on its type.
///
/// An entry holds nothing of how the visit went on, as its id does not.
struct EventRow {
  var type: String
  /// The line or zone.
  var place: String
  var direction: String?
  var enterFrame: Int?
  var enterNanoseconds: Int64?
  var insideNanoseconds: Int64?
  var ending: String?

  init(_ event: Event) {
    switch event {
    case .crossing(let crossing):
      type = "crossing"
      place = crossing.line
      direction = crossing.direction.rawValue
    case .zoneEnter(let visit):
      type = "zoneEnter"
      place = visit.zone
    case .zoneExit(let visit):
      type = "zoneExit"
      place = visit.zone
      enterFrame = visit.enterFrame
      enterNanoseconds = visit.enter.nanoseconds
      insideNanoseconds = visit.inside.wholeNanoseconds
      ending = visit.end.rawValue
    }
  }
}
