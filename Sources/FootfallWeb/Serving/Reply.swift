internal import FootfallCore
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore

/// Answers, each with the headers that keep pictures in memory and other sites out.
enum Reply {
  /// What a text is.
  enum Kind: String {
    case html = "text/html; charset=utf-8"
    case css = "text/css; charset=utf-8"
    case script = "text/javascript; charset=utf-8"
    case json = "application/json"
    case jpeg = "image/jpeg"
  }

  private struct Refusal: Encodable {
    let error: String
  }

  static func text(_ bytes: [UInt8], _ kind: Kind) -> Response { response(bytes, kind) }

  static func json(_ value: some Encodable) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return response([UInt8](try encoder.encode(value)), .json)
  }

  static func picture(_ picture: AuditPicture) -> Response {
    var response = response(picture.jpeg, .jpeg)
    set("X-Frame", "\(picture.number)", in: &response)
    set("X-Media-Seconds", "\(picture.time.seconds)", in: &response)
    return response
  }

  static func refusal(_ status: HTTPResponse.Status, _ reason: String) -> Response {
    let body = (try? JSONEncoder().encode(Refusal(error: reason))) ?? Data()
    return response([UInt8](body), .json, status)
  }

  private static func response(
    _ bytes: [UInt8], _ kind: Kind, _ status: HTTPResponse.Status = .ok
  ) -> Response {
    var response = Response(
      status: status, headers: [.contentType: kind.rawValue],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    // A browser's cache lies on the disk.
    set("Cache-Control", "no-store", in: &response)
    set("Referrer-Policy", "no-referrer", in: &response)
    set("X-Content-Type-Options", "nosniff", in: &response)
    set("Cross-Origin-Resource-Policy", "same-origin", in: &response)
    set(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src data: blob:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'", in: &response)
    return response
  }

  private static func set(_ name: String, _ value: String, in response: inout Response) {
    if let name = HTTPField.Name(name) { response.headers[name] = value }
  }
}
