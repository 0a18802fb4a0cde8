import FootfallCore
import FootfallExport
import FootfallStore

/// The scenes with which the results in a database were made.
struct GeometryHistory: Encodable {
  /// One geometry of one camera.
  struct Entry {
    var store: String
    var timeZone: String
    var geometry: GeometryVersion
  }

  private var entries: [Entry] = []

  init(_ database: EventStore) throws {
    for store in try database.stores() {
      entries += try database.geometryVersions(store: store.id).map {
        Entry(store: store.id, timeZone: store.timeZone, geometry: $0)
      }
    }
  }

  func print(_ asJSON: Bool) throws {
    if asJSON {
      try StandardOutput.write(json: self)
    } else {
      try StandardOutput.write(table: rows)
    }
  }

  private var rows: [(name: String, value: String, meaning: String)] {
    var rows = [
      (name: "camera", value: "version", meaning: "hash, first used, recordings that it counts for")
    ]
    for entry in entries {
      let geometry = entry.geometry
      rows.append(
        (
          "\(entry.store)/\(geometry.camera)", "\(geometry.version)",
          "\(geometry.hash)  \(entry.firstUsed ?? "-")  \(geometry.recordings)"
        ))
    }
    return rows
  }

  private enum Key: String, CodingKey { case schema, versions }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("footfall.geometry-history/1", forKey: .schema)
    try container.encode(entries, forKey: .versions)
  }
}

extension GeometryHistory.Entry: Encodable {
  private enum Key: String, CodingKey {
    case store, camera, version, hash, firstUsed, recordings, lines, zones, thresholds
  }

  /// When the geometry was first used, by the store's clock.
  fileprivate var firstUsed: String? {
    geometry.writtenMilliseconds
      .flatMap { WallClock(startMilliseconds: $0, timeZone: timeZone) }?.iso8601(at: .zero)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(store, forKey: .store)
    try container.encode(geometry.camera, forKey: .camera)
    try container.encode(geometry.version, forKey: .version)
    try container.encode(geometry.hash, forKey: .hash)
    try container.encode(firstUsed, forKey: .firstUsed)
    try container.encode(geometry.recordings, forKey: .recordings)
    try container.encode(geometry.scene.lines, forKey: .lines)
    try container.encode(geometry.scene.zones, forKey: .zones)
    try container.encodeIfPresent(geometry.scene.thresholds, forKey: .thresholds)
  }
}
