internal import FootfallCore

/// What the supervisor tells the worker of a camera.
enum CameraOrder: Codable, Sendable {
  /// The first: what to read and how to hand it on.
  case open(CameraTask)
  /// The picture in a slot is done with.
  case release(slot: Int)
}

/// How a worker reads a camera.
struct CameraTask: Codable, Hashable, Sendable {
  /// May hold a password, and so is never an argument, which other users could read.
  var source: String
  /// The size of the detector's input.
  var width: Int
  var height: Int
  /// Whether pictures are scaled evenly into it.
  var isLetterboxed: Bool
  var padding: UInt8
  /// Pictures that there is room for.
  var slots: Int
  /// The time between two pictures for the detector.
  var lookNanoseconds: Int64
  /// How long to wait for the camera.
  var timeoutNanoseconds: Int64

  var inputSize: PixelSize { PixelSize(width: width, height: height) }
}

/// What the worker of a camera tells.
enum CameraReport: Codable, Sendable {
  /// The camera answers; again where a film begins anew or pictures have another size.
  case opened(CameraOpening)
  /// There is a picture for the detector.
  case picture(CameraPicture)
  /// Once a second: frames decoded and looks without a free slot since the last time.
  case alive(frames: Int, missed: Int)
  /// It gives up.
  case failed(reason: String)
}

/// What a camera says of itself.
struct CameraOpening: Codable, Hashable, Sendable {
  var width: Int
  var height: Int
  var framesPerSecond: Double?

  var size: PixelSize { PixelSize(width: width, height: height) }
}

/// A picture in a slot.
struct CameraPicture: Codable, Hashable, Sendable {
  var slot: Int
  /// Of the frame since the opening, from 1.
  var number: Int
  /// Since the first frame.
  var mediaNanoseconds: Int64
  /// When the frame arrived, on the clock that never steps (CLOCK_MONOTONIC).
  var arrivalNanoseconds: Int64
  /// The part of the detector's input that shows the picture.
  var contentWidth: Int
  var contentHeight: Int

  var contentSize: PixelSize { PixelSize(width: contentWidth, height: contentHeight) }
}
