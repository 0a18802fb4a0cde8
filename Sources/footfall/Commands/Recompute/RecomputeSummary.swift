import FootfallStore

/// What `footfall recompute` changed: counts by line and zone before and after, over all recordings of a camera.
struct RecomputeSummary: Encodable {
  /// A count at a line or zone.
  typealias Count = PlaceTotal.Count

  /// A line or zone; nil where it is not watched.
  struct Place {
    var id: String
    var before: Count?
    var after: Count?
  }

  struct Camera {
    var id: String
    /// The geometry of its latest recording, nil where nothing counts.
    var geometry: GeometryVersion?
    /// How many recordings it has, and how many of them were counted again.
    var recordings: Int
    var recomputed: Int
    var lines: [Place]
    var zones: [Place]
  }

  var store: String
  var cameras: [Camera]

  init(
    _ plan: RecomputePlan, before: [PlaceTotal], after: [PlaceTotal], versions: [GeometryVersion]
  ) {
    store = plan.store
    cameras = plan.cameras.map { id in
      let runs = plan.recordings.filter { $0.recording.camera == id }
      let jobs = plan.jobs.filter { $0.run.recording.camera == id }
      let hash = jobs.last?.geometryHash ?? runs.last?.geometryHash
      let old = before.filter { $0.camera == id }
      let new = after.filter { $0.camera == id }
      return Camera(
        id: id, geometry: versions.first { $0.camera == id && $0.hash == hash }, recordings: runs.count,
        recomputed: jobs.count, lines: Self.places(old.filter(\.isLine), new.filter(\.isLine)),
        zones: Self.places(old.filter { !$0.isLine }, new.filter { !$0.isLine }))
    }
  }

  /// Those that are watched now, then those that no longer are.
  private static func places(_ before: [PlaceTotal], _ after: [PlaceTotal]) -> [Place] {
    let now = after.map { total in
      Place(id: total.place, before: before.first { $0.place == total.place }?.count, after: total.count)
    }
    let gone = before.filter { old in !after.contains { $0.place == old.place } }
    return now + gone.map { Place(id: $0.place, before: $0.count, after: nil) }
  }

  /// The summary as a table of place, before and after.
  var rows: [(name: String, value: String, meaning: String)] {
    var rows: [(name: String, value: String, meaning: String)] = []
    for camera in cameras {
      rows.append(("camera \(camera.id)", "before", "after"))
      for line in camera.lines { rows.append(("line \(line.id)", text(line.before), text(line.after))) }
      for zone in camera.zones { rows.append(("zone \(zone.id)", text(zone.before), text(zone.after))) }
      rows.append(
        (
          "recordings", "\(camera.recordings)",
          "\(camera.recomputed) of them counted again, with geometry \(camera.geometry?.version ?? 0)"
        ))
    }
    return rows
  }

  private func text(_ count: Count?) -> String {
    switch count {
    case .line(let entries, let exits): "in \(entries), out \(exits)"
    case .zone(let visits): visits == 1 ? "1 visit" : "\(visits) visits"
    case nil: "-"
    }
  }
}

extension RecomputeSummary {
  private enum Key: String, CodingKey { case schema, store, cameras }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("footfall.recompute/1", forKey: .schema)
    try container.encode(store, forKey: .store)
    try container.encode(cameras, forKey: .cameras)
  }
}

extension RecomputeSummary.Camera: Encodable {
  private enum Key: String, CodingKey { case id, geometry, recordings, recomputed, lines, zones }
  private enum GeometryKey: String, CodingKey { case version, hash }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    if let geometry {
      var nested = container.nestedContainer(keyedBy: GeometryKey.self, forKey: .geometry)
      try nested.encode(geometry.version, forKey: .version)
      try nested.encode(geometry.hash, forKey: .hash)
    }
    try container.encode(recordings, forKey: .recordings)
    try container.encode(recomputed, forKey: .recomputed)
    try container.encode(lines, forKey: .lines)
    try container.encode(zones, forKey: .zones)
  }
}

extension RecomputeSummary.Place: Encodable {
  private enum Key: String, CodingKey { case id, before, after }
  private enum CountKey: String, CodingKey {
    case entries = "in"
    case exits = "out"
    case visits
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    for (key, count) in [(Key.before, before), (.after, after)] {
      guard let count else {
        try container.encodeNil(forKey: key)
        continue
      }
      var nested = container.nestedContainer(keyedBy: CountKey.self, forKey: key)
      switch count {
      case .line(let entries, let exits):
        try nested.encode(entries, forKey: .entries)
        try nested.encode(exits, forKey: .exits)
      case .zone(let visits): try nested.encode(visits, forKey: .visits)
      }
    }
  }
}

extension PlaceTotal {
  fileprivate var isLine: Bool {
    switch count {
    case .line: true
    case .zone: false
    }
  }
}
