internal import FootfallCore
internal import FootfallEvaluation
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import ServiceLifecycle

/// Answers the requests of the audit's page; each path begins with the token.
///
/// | request | answer |
/// |---|---|
/// | `GET /`, `audit.css`, `audit.js` | the page |
/// | `GET state` | recording, lines and marks |
/// | `GET frame/N`, `time/SECONDS` | a picture, with `X-Frame` and `X-Media-Seconds` |
/// | `POST marks`, `PUT marks/ID`, `DELETE marks/ID` | the marks after the change |
struct AuditSite: HTTPResponder {
  typealias Context = BasicRequestContext

  /// More than any change takes.
  private static let longestBody = 4096

  let access: AccessGuard
  let desk: AuditDesk

  func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    guard let path = access.path(of: request) else {
      return Reply.refusal(.forbidden, "open the address that footfall printed: it holds a token")
    }
    do {
      return try await withGracefulShutdownHandler {
        try await answer(request, path: path)
      } onGracefulShutdown: {
        desk.pictures.stop()
      }
    } catch let refusal as Refusal {
      return Reply.refusal(refusal.status, refusal.reason)
    } catch let error as DecodingError {
      context.logger.debug("a request that is no JSON", metadata: ["error": "\(error)"])
      return Reply.refusal(.badRequest, "the body is not the JSON of a mark")
    } catch {
      context.logger.debug("a request failed", metadata: ["error": "\(error)"])
      return Reply.refusal(.internalServerError, String(describing: error))
    }
  }

  private func answer(_ request: Request, path: String) async throws -> Response {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let (name, argument) = (parts.first ?? "", parts.count == 2 ? parts[1] : nil)
    switch (request.method, name, argument) {
    case (.get, "", nil): return Reply.bytes(PackageResources.audit_html, .html)
    case (.get, "audit.css", nil): return Reply.bytes(PackageResources.audit_css, .css)
    case (.get, "audit.js", nil): return Reply.bytes(PackageResources.audit_js, .script)
    case (.get, "state", nil): return try Reply.json(StateMessage(desk.subject, marks: await desk.marks))
    case (.get, "frame", let number?): return try await frame(number)
    case (.get, "time", let seconds?): return try await frame(atSeconds: seconds)
    case (.post, "marks", nil):
      return try await changed(desk.mark(try await mark(in: request)).id)
    case (.put, "marks", let id?):
      return try await changed(desk.move(try number(id), to: try await mark(in: request)).id)
    case (.delete, "marks", let id?):
      try await desk.remove(try number(id))
      return try await changed(nil)
    default: throw Refusal(.notFound, "there is no \(request.method.rawValue) /\(path)")
    }
  }

  private func frame(_ text: String) async throws -> Response {
    guard let picture = try await desk.pictures.picture(number: try number(text)) else {
      throw Refusal(.notFound, "frame \(text) is behind the last one")
    }
    return Reply.picture(picture)
  }

  private func frame(atSeconds text: String) async throws -> Response {
    guard let seconds = Double(text), (0...1e9).contains(seconds) else {
      throw Refusal(.badRequest, "seconds is '\(text)'; allowed: 0 to 1e9")
    }
    guard let picture = try await desk.pictures.picture(at: MediaTime(seconds: seconds)) else {
      throw Refusal(.notFound, "the recording has no picture")
    }
    return Reply.picture(picture)
  }

  private func changed(_ id: Int?) async throws -> Response {
    try Reply.json(ChangeMessage(id: id, marks: await desk.marks.map(MarkMessage.init)))
  }

  private func mark(in request: Request) async throws -> MarkRequest {
    var request = request
    let body = try await request.collectBody(upTo: Self.longestBody)
    return try JSONDecoder().decode(MarkRequest.self, from: Data(body.readableBytesView))
  }

  private func number(_ text: String) throws -> Int {
    guard let number = Int(text), number >= 1 else {
      throw Refusal(.badRequest, "'\(text)' is no number from 1")
    }
    return number
  }
}
