/// What was sold by zone and day, and which zones' goods each receipt holds.
public struct SalesLedger: Sendable {
  /// What was sold of a zone's goods in a day.
  struct Entry: Sendable {
    var lines = 0
    var units = 0.0
    var amount = 0.0
  }

  /// By day, then by zone.
  private(set) var days: [Int: [Entry]] = [:]
  /// The zones of each receipt.
  private var zonesByReceipt: [Int: Set<Int>] = [:]
  private let zones: Int

  /// Begins with nothing sold of the goods of so many zones.
  public init(zones: Int) { self.zones = zones }

  /// Adds a sale.
  public mutating func add(_ sale: Sale) {
    days[sale.day, default: [Entry](repeating: Entry(), count: zones)][sale.zone].add(sale)
    if let receipt = sale.receipt { zonesByReceipt[receipt, default: []].insert(sale.zone) }
  }

  /// Whether receipts are known one by one.
  var hasReceipts: Bool { !zonesByReceipt.isEmpty }

  /// How many receipts hold goods of such zones.
  func receipts(_ isCounted: (Set<Int>) -> Bool) -> Int { zonesByReceipt.values.count(where: isCounted) }

  /// Receipts by whether they hold goods of two zones.
  func table(_ first: Int, _ second: Int) -> PairTable {
    var counts = [0, 0, 0, 0]
    for zones in zonesByReceipt.values {
      counts[(zones.contains(first) ? 0 : 2) + (zones.contains(second) ? 0 : 1)] += 1
    }
    return PairTable(both: counts[0], firstOnly: counts[1], secondOnly: counts[2], neither: counts[3])
  }
}

extension SalesLedger.Entry {
  fileprivate mutating func add(_ sale: Sale) {
    lines += sale.lines
    units += sale.units
    amount += sale.amount
  }
}
