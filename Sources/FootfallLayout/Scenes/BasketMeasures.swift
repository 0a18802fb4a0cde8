/// Whether the goods of a scene are bought together.
public struct BasketMeasures: Hashable, Sendable {
  /// Receipts with goods of two zones of the scene or more, among those with goods of one or more.
  public let basketRate: MeasuredShare
  /// By zone of the scene: receipts with its goods and those of another zone of the scene, among those with its goods
  /// (attach rate).
  public let attachRates: [MeasuredShare]

  /// nil without receipts.
  init?(_ members: [Int], _ sales: SalesLedger) {
    guard sales.hasReceipts else { return nil }
    let scene = Set(members)
    basketRate = MeasuredShare(
      [sales.receipts { $0.intersection(scene).count >= 2 }],
      of: [sales.receipts { !$0.isDisjoint(with: scene) }])
    attachRates = members.map { zone in
      MeasuredShare(
        [sales.receipts { $0.contains(zone) && $0.intersection(scene).count >= 2 }],
        of: [sales.receipts { $0.contains(zone) }])
    }
  }
}
