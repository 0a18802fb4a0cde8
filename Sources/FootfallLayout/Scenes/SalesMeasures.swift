/// What was sold by zone, for each visitor of the same days.
public struct SalesMeasures: Hashable, Sendable {
  /// What was sold of one zone's goods.
  public struct Zone: Hashable, Sendable {
    /// Lines of receipts with its goods.
    public let lines: Int
    /// What was paid for them.
    public let amount: Double
    /// Lines by visitor of the zone; may be above 1, and is where more lines are sold than visitors were counted.
    public let conversion: MeasuredRatio
    /// The amount by visitor of the zone.
    public let perVisitor: MeasuredRatio
    /// The amount by minute of engaged visits.
    public let perEngagedMinute: MeasuredRatio
  }

  /// By zone.
  public let zones: [Zone]
  /// Days with trips but without sales, which are left out.
  public let daysWithoutSales: Int
  /// Days with sales but without trips, which are left out.
  public let daysWithoutTrips: Int
  /// The correlation of ranks between lift of co-visits and lift of receipts over pairs; nil without receipts, and for
  /// fewer than three pairs.
  public let basketCorrelation: Double?

  init(_ sales: SalesLedger, _ tally: TripTally, _ order: DayOrder) {
    let shared = order.numbers.indices.filter { sales.days[order.numbers[$0]] != nil }
    daysWithoutSales = order.numbers.count - shared.count
    daysWithoutTrips = sales.days.count - shared.count
    zones = tally.plan.zones.indices.map { zone in
      let sold = shared.map { sales.days[order.numbers[$0]]?[zone] ?? SalesLedger.Entry() }
      return Zone(sold, shared.map { order.days[$0].zones[zone] })
    }
    var lifts: [(visits: Double, receipts: Double)] = []
    if sales.hasReceipts {
      for pair in PairMeasures.all(tally, order) {
        if let visits = pair.table.lift, let receipts = sales.table(pair.first, pair.second).lift {
          lifts.append((visits, receipts))
        }
      }
    }
    basketCorrelation = RankCorrelation.spearman(lifts.map(\.visits), lifts.map(\.receipts))
  }
}

extension SalesMeasures.Zone {
  fileprivate init(_ sold: [SalesLedger.Entry], _ days: [DayTally.Zone]) {
    lines = sold.reduce(0) { $0 + $1.lines }
    amount = sold.reduce(0) { $0 + $1.amount }
    let visitors = days.map { Double($0.visitors) }
    let isWithheld = visitors.reduce(0, +) < Double(Disclosure.leastCount)
    let isEngagementWithheld = isWithheld || Disclosure.withholds(days.reduce(0) { $0 + $1.engaged })
    conversion = MeasuredRatio(sold.map { Double($0.lines) }, over: visitors, isWithheld: isWithheld)
    perVisitor = MeasuredRatio(sold.map(\.amount), over: visitors, isWithheld: isWithheld)
    perEngagedMinute = MeasuredRatio(
      sold.map(\.amount), over: days.map { $0.engagedSeconds / 60 }, isWithheld: isEngagementWithheld)
  }
}
