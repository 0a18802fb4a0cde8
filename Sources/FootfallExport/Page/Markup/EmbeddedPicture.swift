internal import Foundation

/// A picture that is part of the page itself.
enum EmbeddedPicture {
  /// The address of a PNG picture that needs no request.
  static func address(png: [UInt8]) -> String {
    "data:image/png;base64," + Data(png).base64EncodedString()
  }
}
