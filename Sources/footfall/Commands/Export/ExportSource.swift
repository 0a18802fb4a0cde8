import FootfallExport
import FootfallStore
import Foundation
import Logging

/// The database of an export with the part of it that is wanted.
struct ExportSource {
  let database: EventStore
  /// The store whose feed it is.
  let summary: StoreSummary
  let header: FeedHeader
  /// The cameras wanted, in order.
  let cameras: [String]
  /// The time wanted, in milliseconds since 1970 UTC, without an end where none was given.
  let milliseconds: Range<Int64>
  /// The time wanted; from the first recording to the last where nothing else was given.
  let span: Range<Int64>

  /// Opens the database and checks the options against it.
  /// - Throws: ``CommandError``, or an error of the store.
  init(_ options: ExportOptions) throws {
    try self.init(
      db: options.db, store: options.store, camera: options.camera, from: options.from, to: options.to,
      logger: options.log.logger)
  }

  /// Opens the database at `db` and checks what is wanted of it; nil is all there is.
  /// - Parameters: as of ``init(_:store:camera:from:to:logger:period:storeOption:)``.
  /// - Throws: ``CommandError``, or an error of the store.
  init(
    db: String, store: String?, camera: String? = nil, from: String? = nil, to: String? = nil,
    logger: Logger? = nil,
    period: (from: String, to: String) = ("--from", "--to"), storeOption: String = "--store"
  ) throws {
    try self.init(
      EventStore(path: db, access: .readOnly), store: store, camera: camera, from: from, to: to,
      logger: logger, period: period, storeOption: storeOption)
  }

  /// Checks what is wanted of an open database; nil is all there is.
  ///
  /// Whoever has a database open already must not open it once more: when that is closed, the process loses all its locks on
  /// the file, and another one may take it away (fcntl(2), "Record locking").
  /// - Parameters:
  ///   - period: what errors call the options with the beginning and the end.
  ///   - storeOption: what they call the one with the store.
  /// - Throws: ``CommandError``, or an error of the store.
  init(
    _ database: EventStore, store: String?, camera: String? = nil, from: String? = nil, to: String? = nil,
    logger: Logger? = nil,
    period: (from: String, to: String) = ("--from", "--to"), storeOption: String = "--store"
  ) throws {
    let summary = try ExportSource.store(
      store, of: database.path, among: try database.stores(), option: storeOption)
    let wantedFrom = try ExportSource.instant(period.from, from, summary.timeZone)
    let wantedTo = try ExportSource.instant(period.to, to, summary.timeZone)
    if let wantedFrom, let wantedTo, wantedTo < wantedFrom {
      throw CommandError(
        "\(period.to) is \(to ?? "") and before \(period.from) \(from ?? ""); it must be later", .usage)
    }
    try self.init(database, summary, camera: camera, from: wantedFrom, to: wantedTo)
    logger?.info(
      "database is open",
      metadata: ["store": "\(summary.id)", "cameras": "\(summary.cameras.joined(separator: " "))"])
  }

  /// Takes one camera of a store in an open database.
  /// - Parameter milliseconds: the time wanted, since 1970 UTC.
  /// - Throws: ``CommandError``, or an error of the store.
  init(_ database: EventStore, store: String, camera: String, milliseconds: Range<Int64>) throws {
    let summary = try ExportSource.store(
      store, of: database.path, among: try database.stores(), option: "--store")
    try self.init(
      database, summary, camera: camera, from: milliseconds.lowerBound, to: milliseconds.upperBound)
  }

  /// - Parameters:
  ///   - camera: nil for all.
  ///   - from: in milliseconds since 1970 UTC; nil for all there is.
  ///   - to: as `from`, and not before it.
  private init(
    _ database: EventStore, _ summary: StoreSummary, camera: String?, from: Int64?, to: Int64?
  ) throws {
    self.database = database
    self.summary = summary
    guard let header = FeedHeader(store: summary.id, timeZone: summary.timeZone) else {
      throw CommandError.unknownTimeZone(
        summary.timeZone, "cannot read \(database.path): store \(summary.id)")
    }
    self.header = header
    if summary.isSimulated {
      Warning.print("the store \(summary.id) is simulated: nobody in it is real")
    }
    if let camera {
      guard summary.cameras.contains(camera) else {
        let known = summary.cameras.joined(separator: ", ")
        throw CommandError("--camera is \(camera); store \(summary.id) has \(known)", .usage)
      }
      cameras = [camera]
    } else {
      cameras = summary.cameras
    }
    let all = summary.milliseconds ?? 0..<0
    let start = from ?? min(all.lowerBound, to ?? .max)
    milliseconds = start..<(to ?? .max)
    span = start..<(to ?? max(start, all.upperBound))
  }

  /// The question to the database for the time wanted, or for another.
  func query(_ milliseconds: Range<Int64>? = nil) -> StoreQuery {
    StoreQuery(
      store: summary.id, camera: cameras.count == 1 ? cameras.first : nil,
      milliseconds: milliseconds ?? self.milliseconds)
  }

  private static func store(
    _ wanted: String?, of db: String, among stores: [StoreSummary], option: String
  ) throws -> StoreSummary {
    let known = stores.map(\.id).joined(separator: ", ")
    guard !stores.isEmpty else {
      throw CommandError("cannot read \(db): nothing has been recorded in it yet", .badData)
    }
    if let id = wanted {
      guard let store = stores.first(where: { $0.id == id }) else {
        throw CommandError("\(option) is \(id); \(db) holds \(known)", .usage)
      }
      return store
    }
    guard stores.count == 1 else {
      throw CommandError("\(db) holds several stores: choose one of \(known) with \(option)", .usage)
    }
    return stores[0]
  }

  private static func instant(_ option: String, _ text: String?, _ timeZone: String) throws -> Int64? {
    guard let text else { return nil }
    guard let instant = WallClock.milliseconds(parsing: text, timeZone: timeZone) else {
      throw CommandError(
        "\(option) is \(text); a time is written as 2026-03-02, 2026-03-02T09:00 or 2026-03-02T09:00:00+01:00",
        .usage)
    }
    return instant
  }
}

extension ExportOptions {
  /// Writes the feed to where it is wanted.
  func write(json: () -> [UInt8], csv: () -> [UInt8]) throws {
    try ResultFile.write(format == .json ? json() : csv(), to: out)
  }
}
