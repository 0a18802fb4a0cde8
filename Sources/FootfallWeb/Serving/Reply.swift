internal import FootfallCore
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore

/// Answers, each with the headers that keep pictures in memory and other sites out.
enum Reply {
  /// What the bytes are.
  enum Kind: String {
    case html = "text/html; charset=utf-8"
    case css = "text/css; charset=utf-8"
    case script = "text/javascript; charset=utf-8"
    case json = "application/json"
    case jsonLines = "application/x-ndjson"
    case jpeg = "image/jpeg"
    case png = "image/png"
    case measures = "text/plain; version=0.0.4; charset=utf-8"
    case events = "text/event-stream"
  }

  private struct Refused: Encodable {
    let error: String
  }

  static func bytes(_ bytes: [UInt8], _ kind: Kind, _ status: HTTPResponse.Status = .ok) -> Response {
    response(ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)), kind, status)
  }

  static func json(_ value: some Encodable, _ status: HTTPResponse.Status = .ok) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return bytes([UInt8](try encoder.encode(value)), .json, status)
  }

  static func picture(_ picture: AuditPicture) -> Response {
    var response = bytes(picture.jpeg, .jpeg)
    set("X-Frame", "\(picture.number)", in: &response)
    set("X-Media-Seconds", "\(picture.time.seconds)", in: &response)
    return response
  }

  static func nothing() -> Response {
    var answer = response(ResponseBody(), .json, .noContent)
    answer.headers[.contentType] = nil
    return answer
  }

  static func stream(_ body: ResponseBody) -> Response { response(body, .events, .ok) }

  static func refusal(_ status: HTTPResponse.Status, _ reason: String, headers: HTTPFields = [:]) -> Response
  {
    let body = (try? JSONEncoder().encode(Refused(error: reason))) ?? Data()
    var answer = bytes([UInt8](body), .json, status)
    for field in headers { answer.headers[field.name] = field.value }
    return answer
  }

  private static func response(
    _ body: ResponseBody, _ kind: Kind, _ status: HTTPResponse.Status
  ) -> Response {
    var response = Response(status: status, headers: [.contentType: kind.rawValue], body: body)
    // A browser's cache lies on the disk.
    set("Cache-Control", "no-store", in: &response)
    set("Referrer-Policy", "no-referrer", in: &response)
    set("X-Content-Type-Options", "nosniff", in: &response)
    set("Cross-Origin-Resource-Policy", "same-origin", in: &response)
    set(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", in: &response)
    return response
  }

  private static func set(_ name: String, _ value: String, in response: inout Response) {
    if let name = HTTPField.Name(name) { response.headers[name] = value }
  }
}
