/// A line of a receipt, or of a sum of receipts: what was sold of one zone's goods.
///
/// Sales are joined to visits by zone and day alone, never by person.
public struct Sale: Hashable, Sendable {
  /// The zone where the goods stand, as an index.
  public var zone: Int
  /// The day on the store's clock, in days since 1970-01-01.
  public var day: Int
  /// The lines of receipts.
  public var lines: Int
  /// Pieces sold.
  public var units: Double
  /// What was paid, in the store's currency.
  public var amount: Double
  /// The receipt, a number of its own for each; nil for a sum over several.
  public var receipt: Int?

  /// Creates a sale.
  public init(zone: Int, day: Int, lines: Int = 1, units: Double, amount: Double, receipt: Int? = nil) {
    self.zone = zone
    self.day = day
    self.lines = lines
    self.units = units
    self.amount = amount
    self.receipt = receipt
  }
}
