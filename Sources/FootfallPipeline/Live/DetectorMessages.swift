internal import FootfallCore

/// What the supervisor tells the detector's process.
enum DetectorOrder: Codable, Sendable {
  /// The first: which network, and whose pictures.
  case open(DetectorTask)
  case look(LookOrder)
}

/// The detector, as `footfall serve` was asked for it.
struct DetectorTask: Codable, Hashable, Sendable {
  var model: String
  var engine: String
  var precision: String?
  var threads: Int
  /// Cameras, whose memories are the open files from 3.
  var cameras: Int
  /// Pictures that each has room for.
  var slots: Int
}

/// A picture to look at.
struct LookOrder: Codable, Hashable, Sendable {
  var camera: Int
  var slot: Int
  /// The part of the input that shows the picture.
  var contentWidth: Int
  var contentHeight: Int
  /// The camera's full resolution.
  var width: Int
  var height: Int
}

/// What the detector's process tells.
enum DetectorReport: Codable, Sendable {
  /// It is ready.
  case opened(engine: String, precision: String)
  case people(LookAnswer)
  /// It gives up.
  case failed(reason: String)
}

/// The people in a picture.
struct LookAnswer: Codable, Hashable, Sendable {
  var camera: Int
  var slot: Int
  /// x, y, width, height in pixels of the camera, score; one after the other.
  var numbers: [Double]

  init(camera: Int, slot: Int, people: [Detection]) {
    self.camera = camera
    self.slot = slot
    numbers = people.flatMap { [$0.box.x, $0.box.y, $0.box.width, $0.box.height, $0.score] }
  }

  var people: [Detection] {
    stride(from: 0, to: numbers.count - 4, by: 5).map { at in
      Detection(
        box: BoundingBox(
          x: numbers[at], y: numbers[at + 1], width: numbers[at + 2], height: numbers[at + 3]),
        score: numbers[at + 4])
    }
  }
}
