internal import FootfallCore
internal import FootfallEvaluation

/// What the page says of a crossing: the frame it was seen in, or its time.
struct MarkRequest: Decodable {
  let line: String
  let direction: String
  let frame: Int?
  let seconds: Double?
}

/// A mark as the page shows it.
struct MarkMessage: Encodable {
  let id: Int
  let line: String
  let direction: String
  let seconds: Double

  init(_ mark: AuditSheet.Mark) {
    id = mark.id
    line = mark.crossing.place.line
    direction = mark.crossing.place.direction.rawValue
    seconds = mark.crossing.time.seconds
  }
}

/// The answer to a change: all marks of the camera, and the one that was changed.
struct ChangeMessage: Encodable {
  let id: Int?
  let marks: [MarkMessage]
}

/// A line as the page draws it, in source pixels.
struct LineMessage: Encodable {
  let id: String
  let from: [Double]
  let to: [Double]
  /// The unit vector towards the side on which people are in.
  let inward: [Double]

  init(_ line: CountingLine) {
    id = line.id
    from = [line.segment.from.x, line.segment.from.y]
    to = [line.segment.to.x, line.segment.to.y]
    inward = [line.inward.x, line.inward.y]
  }
}

/// What the page begins with.
struct StateMessage: Encodable {
  let camera: String
  let source: String
  let file: String
  let width: Int
  let height: Int
  let seconds: Double?
  let framesPerSecond: Double?
  let lines: [LineMessage]
  let marks: [MarkMessage]

  init(_ subject: AuditSubject, marks: [AuditSheet.Mark]) {
    camera = subject.scene.id
    source = subject.source
    file = subject.file
    width = subject.size.width
    height = subject.size.height
    seconds = subject.seconds
    framesPerSecond = subject.framesPerSecond
    lines = subject.scene.lines.map(LineMessage.init)
    self.marks = marks.map(MarkMessage.init)
  }
}
