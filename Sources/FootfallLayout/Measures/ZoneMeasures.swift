/// What a zone does with visitors.
public struct ZoneMeasures: Hashable, Sendable {
  /// Trips that entered it; nil where it is withheld.
  public let visitors: Int?
  /// Visitors among all that the views of the zone saw.
  public let draw: MeasuredShare
  /// Stays; nil where their number is withheld.
  public let visits: Int?
  /// Visits that were stops, among all; the others passed by, but for those undecided.
  public let stopRate: MeasuredShare
  /// Visits that lasted as long as the zone asks for.
  public let engagement: MeasuredShare
  /// The time of engaged visits by visitor, in seconds.
  public let engagedSeconds: MeasuredRatio
  /// How long visits lasted, in seconds.
  public let dwell: MeasuredDistribution
  /// The area in square metres; nil where it is not known.
  public let areaSquareMetres: Double?
  /// Visitors by square metre and open hour; nil where area or hours are not known.
  public let visitorsPerSquareMetreHour: MeasuredRatio?
  /// Person-seconds by square metre and open hour; nil where area or hours are not known.
  public let density: MeasuredRatio?
  /// Whether fewer than the share of ``LayoutParameters/deadShare`` of visitors entered; nil where that is withheld.
  public let isDead: Bool?
  /// Whether nobody entered it, so that nothing else can be said.
  public var isNeverVisited: Bool { visitors == 0 }

  /// - Parameter openHours: of each day; nil where they are not known.
  init(_ zone: Int, _ tally: TripTally, _ calendar: DayOrder, openHours: [Double]?) {
    let days = calendar.days.map { $0.zones[zone] }
    let views = tally.plan.views(ofZone: zone)
    let people = days.map(\.visitors)
    let seen = calendar.days.map { day in views.reduce(0) { $0 + day.trips[$1] } }
    let all = people.reduce(0, +)
    let isHidden = Disclosure.withholds(all)
    func share(_ part: (DayTally.Zone) -> Int, _ undecided: (DayTally.Zone) -> Int) -> MeasuredShare {
      MeasuredShare(
        days.map(part), of: days.map(\.visits), undecided: days.reduce(0) { $0 + undecided($1) },
        isWithheld: isHidden || all == 0 ? true : nil)
    }
    draw = MeasuredShare(people, of: seen)
    visitors = isHidden || draw.isWithheld ? nil : all
    visits = isHidden ? nil : days.reduce(0) { $0 + $1.visits }
    stopRate = share(\.stops, \.undecidedStops)
    engagement = share(\.engaged, \.undecidedEngaged)
    engagedSeconds = MeasuredRatio(
      days.map(\.engagedSeconds), over: people.map(Double.init),
      isWithheld: isHidden || engagement.isWithheld)
    dwell = tally.dwell[zone].measured(places: calendar.places, isWithheld: isHidden)
    let area = tally.plan.areaSquareMetres(ofZone: zone)
    areaSquareMetres = area
    func byAreaAndHour(_ amounts: [Double]) -> MeasuredRatio? {
      guard let area, area > 0, let openHours else { return nil }
      return MeasuredRatio(amounts, over: openHours.map { $0 * area }, isWithheld: isHidden)
    }
    visitorsPerSquareMetreHour = byAreaAndHour(people.map(Double.init))
    density = byAreaAndHour(days.map(\.seconds))
    isDead = draw.value.map { $0 < tally.parameters.deadShare }
  }
}
