internal import FootfallCore
internal import FootfallVision

/// What the supervisor tells the worker of a camera.
enum CameraOrder: Codable, Sendable {
  /// The first: what to read and how to hand it on.
  case open(CameraTask)
  /// The picture in a slot is done with.
  case release(slot: Int)
  /// Looks are to follow each other twice as fast as usual, or no longer.
  case hurry(Bool)
  /// A part of the picture in a slot, which is not released yet, is wanted in the memory for it.
  case cut(slot: Int, CutOrder)
}

/// Which part of a picture is wanted, in pixels of the camera.
struct CutOrder: Codable, Hashable, Sendable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  init(_ area: BoundingBox) { (x, y, width, height) = (area.x, area.y, area.width, area.height) }

  var area: BoundingBox { BoundingBox(x: x, y: y, width: width, height: height) }
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
  /// The usual time between two pictures for the detector.
  var lookNanoseconds: Int64
  /// How long to wait for the camera.
  var timeoutNanoseconds: Int64
  /// A live picture that stays the same for so long is frozen.
  var frozenNanoseconds: Int64
  /// Of the picture that the camera was frozen at when it was last open.
  var frozenChecksum: UInt64?
  /// Whether parts of pictures will be wanted: there is memory for one as file 4.
  var isCut = false

  var inputSize: PixelSize { PixelSize(width: width, height: height) }
}

extension CameraTask {
  /// - Parameter profile: of the detector's model.
  init(source: String, _ settings: LiveSettings, _ profile: ModelProfile) {
    self.init(
      source: source, width: profile.inputSize.width, height: profile.inputSize.height,
      isLetterboxed: profile.resize == .letterbox, padding: profile.padding, slots: CameraPost.slots,
      lookNanoseconds: settings.lookInterval.wholeNanoseconds,
      timeoutNanoseconds: settings.openPatience.wholeNanoseconds,
      frozenNanoseconds: settings.frozenPatience.wholeNanoseconds)
  }
}

/// What the worker of a camera tells.
enum CameraReport: Codable, Sendable {
  /// The camera answers; again where a film begins anew or pictures have another size.
  case opened(CameraOpening)
  /// There is a picture for the detector.
  case picture(CameraPicture)
  /// The part that was wanted is in the memory for it; 0 x 0 where it is not in the picture.
  case cut(width: Int, height: Int)
  /// Pictures come, and have been the same for too long; none is handed on until another one comes.
  case frozen(checksum: UInt64)
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
  /// As FFmpeg names it, `h264`; nil for a still picture.
  var codec: String?

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
