import FootfallCore
import FootfallExport
import FootfallPlanning
import FootfallWeb
import Synchronization

/// Files that the scene names are read whenever they are asked for: other programs replace them.
extension LiveDesk {
  func staffing() async throws -> StaffingBoard? {
    let scene = state.withLock(\.scene)
    return try document("plan", at: scene.staffing, of: scene) { bytes throws(DocumentError) in
      let document = try PlanDocument(bytes)
      let board = try StaffingBoard(document, cameras: scene.cameras.map(\.id.value))
      return (board, document.store)
    }
  }

  func layoutReport() async throws -> [UInt8]? {
    let scene = state.withLock(\.scene)
    let document = try document("layout report", at: scene.layoutReport, of: scene) {
      bytes throws(DocumentError) in
      let document = try LayoutDocument(bytes)
      return (document, document.store)
    }
    return try document?.encoded()
  }

  /// - Parameter read: what the bytes say, and of which store.
  /// - Throws: ``WebError`` where the file can't be read or is of another store.
  private func document<Document>(
    _ what: String, at file: Located<String>?, of scene: SceneFile,
    _ read: ([UInt8]) throws(DocumentError) -> (Document, store: String)
  ) throws -> Document? {
    guard let file else { return nil }
    return try WebError.translating {
      let bytes = try InputFile.bytes(at: file.value)
      let (document, store) = try DocumentInput.naming(file.value, what) { () throws(DocumentError) in
        try read(bytes)
      }
      guard store == scene.store else {
        throw WebError("\(file.value) is the \(what) of store '\(store)'; expected '\(scene.store)'")
      }
      return document
    }
  }
}

extension StaffingBoard {
  /// The cover of a plan.
  ///
  /// Open shifts are nobody's, unless the plan names nobody at all. Of several things that are forecast, entries at the
  /// store's cameras are what is expected, or else the only one there is.
  init(_ document: PlanDocument, cameras: [String]) throws(DocumentError) {
    let horizon = try document.horizon()
    let demand = try document.demand(on: horizon, roles: document.roles)
    let shifts = try document.plan(on: horizon).shifts
    let taken = shifts.filter { $0.employee != nil }
    let cover = PlanCover(taken.isEmpty ? shifts : taken, for: demand, roles: document.roles)
    func instant(_ minute: Int) -> Int64 { Int64(horizon.start + minute) * 60_000 }
    let intervals = (0..<(cover.required.first?.count ?? 0)).map { interval in
      Cover(
        startMilliseconds: instant(interval * cover.intervalMinutes),
        required: cover.required.map { $0[interval] }, scheduled: cover.scheduled.map { $0[interval] })
    }
    self.init(
      startMilliseconds: instant(0), endMilliseconds: instant(horizon.minutes.upperBound),
      intervalMinutes: cover.intervalMinutes, roles: document.roles,
      cover: intervals.filter { ($0.required + $0.scheduled).contains { $0 > 0 } },
      expected: Self.expected(try document.volume(), cameras: cameras))
  }

  private static func expected(_ volume: [PlanSetting.Volume], cameras: [String]) -> [Expected] {
    let drivers = Set(volume.map(\.driver))
    let known = drivers.intersection(cameras)
    let wanted = known.isEmpty && drivers.count == 1 ? drivers : known
    let intervals = Dictionary(grouping: volume.filter { wanted.contains($0.driver) }, by: \.milliseconds)
    return intervals.sorted { $0.key.lowerBound < $1.key.lowerBound }.map { span, parts in
      Expected(
        startMilliseconds: span.lowerBound, endMilliseconds: span.upperBound,
        value: parts.reduce(0) { $0 + $1.value })
    }
  }
}
