import FootfallCore
import FootfallExport
import FootfallLayout

/// Reads sales from comma-separated values: `receipt,time,zone,units,amount`, a row for each line of a receipt, or
/// `start,zone,lines,units,amount`, a row for each interval and zone.
struct SalesFile {
  private static let receiptNames = ["receipt", "time", "zone", "units", "amount"]
  private static let sumNames = ["start", "zone", "lines", "units", "amount"]
  /// A receipt goes on over midnight where its next line is no later than this.
  private static let longestPauseMilliseconds: Int64 = 15 * 60_000
  private static let forms = "receipt,time,zone,units,amount or start,zone,lines,units,amount"

  private let path: String
  private let clock: StoreClock
  private let places: [String: Int]
  /// Tills begin their numbers anew each day.
  private var receipts: [ReceiptKey: Receipt] = [:]
  private var receiptCount = 0

  private struct ReceiptKey: Hashable {
    let id: String
    let day: Int
  }

  private struct Receipt {
    let number: Int
    var firstMilliseconds: Int64
    var lastMilliseconds: Int64
  }

  /// The sales of the file at `path`.
  /// - Parameters:
  ///   - zones: the ids of zones, of which every row names one.
  ///   - days: the days wanted, since 1970-01-01; rows of others are left out.
  /// - Throws: ``CommandError`` that names the line.
  static func read(
    _ path: String, clock: StoreClock, zones: [String], days: (_ day: Int) -> Bool
  ) throws -> SalesLedger {
    let places = Dictionary(zones.enumerated().map { ($1, $0) }) { first, _ in first }
    var file = SalesFile(path: path, clock: clock, places: places)
    return try file.ledger(CSVRows(InputFile.bytes(at: path)), days: days)
  }

  private init(path: String, clock: StoreClock, places: [String: Int]) {
    self.path = path
    self.clock = clock
    self.places = places
  }

  private mutating func ledger(_ text: CSVRows, days: (_ day: Int) -> Bool) throws -> SalesLedger {
    var (rows, ledger) = (text, SalesLedger(zones: places.count))
    guard rows.next() else { throw fault(1, "the file is empty; allowed: a header \(Self.forms) and rows") }
    let header = (0..<rows.count).map { rows.text($0) }
    let names = header.contains("receipt") ? Self.receiptNames : Self.sumNames
    guard Set(header) == Set(names), header.count == names.count else {
      throw fault(
        rows.line, "the header is '\(header.joined(separator: ",").prefix(60))'; allowed: \(Self.forms)")
    }
    let columns = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0) })
    while rows.next() {
      guard rows.count == header.count else {
        throw fault(rows.line, "the row has \(rows.count) cells; allowed: \(header.count), as the header")
      }
      let sale = try sale(rows, columns)
      if days(sale.day) { ledger.add(sale) }
    }
    return ledger
  }

  private mutating func sale(_ rows: CSVRows, _ columns: [String: Int]) throws -> Sale {
    func text(_ name: String) -> String { columns[name].map { rows.text($0) } ?? "" }
    func number(_ name: String) throws -> Double {
      guard let number = columns[name].flatMap({ rows.number($0) }), abs(number) <= 1e9 else {
        throw fault(rows.line, "\(name) is '\(text(name).prefix(40))'; allowed: numbers up to 1000000000")
      }
      return number
    }
    let isReceipt = columns["receipt"] != nil
    let zone = text("zone")
    guard let place = places[zone] else {
      let hint = NearestName.hint(for: zone, among: places.keys.sorted())
      throw fault(
        rows.line,
        "zone is '\(zone.prefix(40))'\(hint) allowed: \(SceneParser.listed(places.keys.sorted()))"
      )
    }
    let lines = isReceipt ? 1 : try number("lines")
    guard lines >= 0, lines == lines.rounded() else {
      throw fault(rows.line, "lines is '\(text("lines").prefix(40))'; allowed: whole numbers from 0")
    }
    let column = isReceipt ? "time" : "start"
    let time = try time(text(column), column, rows.line)
    return Sale(
      zone: place, day: Int(time.days), lines: Int(lines), units: try number("units"),
      amount: try number("amount"),
      receipt: isReceipt ? try receipt(text("receipt"), at: time, rows.line) : nil)
  }

  /// A time on the store's clock.
  private func time(_ text: String, _ name: String, _ line: Int) throws -> CivilTime {
    guard let time = WrittenTime(parsing: text) else {
      throw fault(
        line,
        "\(name) is '\(text.prefix(40))'; allowed: a time like 2026-03-02T09:00 or 2026-03-02T09:00:00+01:00")
    }
    return time.milliseconds.map { clock.time(atMilliseconds: $0).local } ?? time.local
  }

  /// The number of the receipt of this id and day, or of the day before or after where it goes on over midnight.
  private mutating func receipt(_ id: String, at time: CivilTime, _ line: Int) throws -> Int {
    guard !id.isEmpty else { throw fault(line, "receipt is empty; allowed: any text") }
    let key = ReceiptKey(id: id, day: Int(time.days))
    if let known = receipts[key] {
      receipts[key]?.firstMilliseconds = min(known.firstMilliseconds, time.milliseconds)
      receipts[key]?.lastMilliseconds = max(known.lastMilliseconds, time.milliseconds)
      return known.number
    }
    let (before, after) = (
      receipts[ReceiptKey(id: id, day: key.day - 1)], receipts[ReceiptKey(id: id, day: key.day + 1)]
    )
    let known: Receipt? =
      if let before, time.milliseconds - before.lastMilliseconds <= Self.longestPauseMilliseconds {
        before
      } else if let after, after.firstMilliseconds - time.milliseconds <= Self.longestPauseMilliseconds {
        after
      } else {
        nil
      }
    let number = known?.number ?? receiptCount
    if known == nil { receiptCount += 1 }
    receipts[key] = Receipt(
      number: number, firstMilliseconds: time.milliseconds, lastMilliseconds: time.milliseconds)
    return number
  }

  private func fault(_ line: Int, _ message: String) -> CommandError {
    CommandError("cannot read the sales: \(path):\(line): \(message)", .badData)
  }
}
