public import FootfallCore

/// One picture of a recording, ready to be sent.
public struct AuditPicture: Sendable {
  /// The frame's number in the recording, from 1.
  public let number: Int
  /// When the frame is shown, since the first one: what an analysis calls its time.
  public let time: MediaTime
  /// The picture as a JPEG file.
  public let jpeg: [UInt8]

  /// Creates a picture.
  public init(number: Int, time: MediaTime, jpeg: [UInt8]) {
    self.number = number
    self.time = time
    self.jpeg = jpeg
  }
}

/// Gives out the pictures of a recording in any order; may be asked from several tasks at a time.
public protocol AuditPictures: Sendable {
  /// The frame with this number, from 1.
  /// - Returns: nil beyond the last frame.
  /// - Throws: where the recording can't be read or the frame not be decoded.
  func picture(number: Int) async throws -> AuditPicture?

  /// The frame that is shown at a time: the last that is not later, or the last of all.
  /// - Throws: as ``picture(number:)``.
  func picture(at time: MediaTime) async throws -> AuditPicture?

  /// Ends what is under way with an error, and everything asked later.
  func stop()
}
