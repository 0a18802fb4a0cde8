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
    database = try EventStore(path: options.db, access: .readOnly)
    summary = try ExportSource.store(options, among: try database.stores())
    guard let header = FeedHeader(store: summary.id, timeZone: summary.timeZone) else {
      throw CommandError(
        "cannot read \(options.db): the time zone of store \(summary.id), \(summary.timeZone), is unknown here",
        .badData)
    }
    self.header = header
    options.log.logger.info(
      "database is open",
      metadata: ["store": "\(summary.id)", "cameras": "\(summary.cameras.joined(separator: " "))"])
    if let camera = options.camera {
      guard summary.cameras.contains(camera) else {
        let known = summary.cameras.joined(separator: ", ")
        throw CommandError("--camera is \(camera); store \(summary.id) has \(known)", .usage)
      }
      cameras = [camera]
    } else {
      cameras = summary.cameras
    }
    let all = summary.milliseconds ?? 0..<0
    let wantedFrom = try ExportSource.instant("--from", options.from, summary.timeZone)
    let to = try ExportSource.instant("--to", options.to, summary.timeZone)
    if let wantedFrom, let to, to < wantedFrom {
      throw CommandError(
        "--to is \(options.to ?? "") and before --from \(options.from ?? ""); it must be later", .usage)
    }
    let from = wantedFrom ?? min(all.lowerBound, to ?? .max)
    milliseconds = from..<(to ?? .max)
    span = from..<(to ?? max(from, all.upperBound))
  }

  /// The question to the database for the time wanted, or for another.
  func query(_ milliseconds: Range<Int64>? = nil) -> StoreQuery {
    StoreQuery(
      store: summary.id, camera: cameras.count == 1 ? cameras.first : nil,
      milliseconds: milliseconds ?? self.milliseconds)
  }

  private static func store(_ options: ExportOptions, among stores: [StoreSummary]) throws -> StoreSummary {
    let known = stores.map(\.id).joined(separator: ", ")
    guard !stores.isEmpty else {
      throw CommandError("cannot export from \(options.db): nothing has been recorded in it yet", .badData)
    }
    if let id = options.store {
      guard let store = stores.first(where: { $0.id == id }) else {
        throw CommandError("--store is \(id); \(options.db) holds \(known)", .usage)
      }
      return store
    }
    guard stores.count == 1 else {
      throw CommandError("\(options.db) holds several stores: choose one of \(known) with --store", .usage)
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
  /// Writes the feed to where it is wanted; a file appears whole or not at all.
  ///
  /// A device, a pipe or a link at that place stays, and what is behind it is written.
  func write(json: () -> [UInt8], csv: () -> [UInt8]) throws {
    let bytes = format == .json ? json() : csv()
    guard let out else { return try StandardOutput.write(bytes) }
    let type = try? FileManager.default.attributesOfItem(atPath: out)[.type] as? FileAttributeType
    if let type, type != .typeRegular {
      let file = try OpenFile(at: out)
      try file.write(bytes)
      return try file.close()
    }
    let file = URL(fileURLWithPath: out)
    let folder = try OutputFolder(at: file.deletingLastPathComponent().path)
    try folder.write(bytes, named: file.lastPathComponent)
    try folder.publish()
  }
}
