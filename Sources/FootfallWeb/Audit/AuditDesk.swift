internal import FootfallCore
public import FootfallEvaluation
internal import HTTPTypes

/// Where a recording is watched and its crossings are marked: each change is saved before it counts.
public actor AuditDesk {
  /// Writes all crossings where they are kept, in one step.
  public typealias Save = @Sendable (_ crossings: [CrossingRecord]) throws -> Void

  nonisolated let subject: AuditSubject
  nonisolated let pictures: any AuditPictures
  private let save: Save
  private var sheet: AuditSheet

  /// Creates a desk.
  /// - Parameters:
  ///   - sheet: what was marked before, at any camera; marks of others than the subject's stay as they are.
  ///   - save: called with all crossings after each change; the change is undone where it throws.
  public init(subject: AuditSubject, sheet: AuditSheet, pictures: any AuditPictures, save: @escaping Save) {
    self.subject = subject
    self.sheet = sheet
    self.pictures = pictures
    self.save = save
  }

  /// The marks of the subject's camera, in the order of time.
  var marks: [AuditSheet.Mark] { sheet.marks.filter { $0.crossing.place.camera == subject.scene.id } }

  /// Marks a crossing in a frame.
  func mark(_ request: MarkRequest) async throws -> AuditSheet.Mark {
    let place = try place(of: request)
    let time = try await time(of: request)
    return try change { $0.add(at: place, time: time) }
  }

  /// Moves a mark.
  func move(_ id: Int, to request: MarkRequest) async throws -> AuditSheet.Mark {
    let place = try place(of: request)
    let time = try await time(of: request)
    try checkIsOurs(id)
    guard let mark = try change({ $0.move(id, to: place, time: time) }) else { throw Self.unknown(id) }
    return mark
  }

  /// Deletes a mark.
  func remove(_ id: Int) throws {
    try checkIsOurs(id)
    guard try change({ $0.remove(id) }) != nil else { throw Self.unknown(id) }
  }

  private func change<Result>(_ body: (inout AuditSheet) -> Result) throws -> Result {
    var changed = sheet
    let result = body(&changed)
    try save(changed.crossings)
    sheet = changed
    return result
  }

  private func place(of request: MarkRequest) throws -> CrossingRecord.Place {
    guard subject.scene.lines.contains(where: { $0.id == request.line }) else {
      let known = subject.scene.lines.map(\.id).joined(separator: ", ")
      throw Refusal(.unprocessableContent, "line is '\(request.line)'; allowed: \(known)")
    }
    guard let direction = CountingLine.Direction(rawValue: request.direction) else {
      throw Refusal(.unprocessableContent, "direction is '\(request.direction)'; allowed: in, out")
    }
    return CrossingRecord.Place(camera: subject.scene.id, line: request.line, direction: direction)
  }

  /// The time of the frame, as the analysis has it, or the one that was written by hand.
  private func time(of request: MarkRequest) async throws -> MediaTime {
    if let seconds = request.seconds {
      guard (0...1e9).contains(seconds) else {
        throw Refusal(.unprocessableContent, "seconds is \(seconds); allowed: 0 to 1e9")
      }
      return MediaTime(seconds: seconds)
    }
    guard let frame = request.frame, frame >= 1, let picture = try await pictures.picture(number: frame)
    else {
      let value = request.frame.map(String.init) ?? "missing"
      throw Refusal(.unprocessableContent, "frame is \(value); allowed: 1 to the last frame, or seconds")
    }
    return picture.time
  }

  private func checkIsOurs(_ id: Int) throws {
    if !marks.contains(where: { $0.id == id }) { throw Self.unknown(id) }
  }

  private static func unknown(_ id: Int) -> Refusal {
    Refusal(.notFound, "there is no mark \(id)")
  }
}
