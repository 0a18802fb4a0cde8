internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// Answers the requests of dashboard and API: finds the route, lets in who may come in, and logs who came.
struct LiveSite: HTTPResponder {
  typealias Context = LiveContext

  let routes: [Route]
  let desk: AccessDesk
  let log: AccessLog
  let isSecure: Bool

  /// With TLS the prefix keeps other hosts of the domain from setting the cookie (RFC 6265bis, 4.1.3.2).
  static func cookieName(isSecure: Bool) -> String { isSecure ? "__Host-footfall" : "footfall" }

  func respond(to request: Request, context: LiveContext) async throws -> Response {
    let path = String((request.head.path ?? "").prefix { $0 != "?" && $0 != "#" })
    let key = AccessKey(request.headers, cookieName: Self.cookieName(isSecure: isSecure))
    let principal = await desk.principal(cookie: key.cookie, bearer: key.bearer)
    var response: Response
    do {
      let (route, argument) = try route(request.method, path, isKnown: principal != nil)
      try admit(principal, to: route, request: request, address: context.address)
      response = try await route.answer(
        Exchange(
          request: request, argument: argument, address: context.address, principal: principal, key: key,
          isSecure: isSecure))
    } catch {
      response = refusal(for: error, logger: context.logger)
    }
    if request.method == .head { response = response.createHeadResponse() }
    if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
    await log.append(
      AccessLog.Entry(
        time: SystemTime.iso8601(desk.now()), account: principal?.name, address: context.address,
        method: request.method.rawValue, path: String(path.prefix(500)), status: response.status.code))
    return response
  }

  /// - Parameter isKnown: whether somebody has logged in; others are not told what the API has.
  private func route(_ method: HTTPRequest.Method, _ path: String, isKnown: Bool) throws -> (Route, String?) {
    let wanted: HTTPRequest.Method = method == .head ? .get : method
    var allowed: [String] = []
    for route in routes {
      let (isMatch, argument) = route.match(path)
      if isMatch, route.method == wanted { return (route, argument) }
      if isMatch { allowed.append(route.method.rawValue) }
    }
    if !isKnown, path.hasPrefix("/api/v1/") { throw Self.notLoggedIn }
    guard !allowed.isEmpty else { throw Refusal(.notFound, "there is no \(path.prefix(200))") }
    let list = allowed.joined(separator: ", ")
    throw Refusal(
      .methodNotAllowed, "the method is \(method.rawValue); allowed: \(list)", headers: [.allow: list])
  }

  private static let notLoggedIn = Refusal(
    .unauthorized, "log in first", headers: [.wwwAuthenticate: "Bearer"])

  private func admit(_ principal: Principal?, to route: Route, request: Request, address: String) throws {
    switch route.entry {
    case .anybody: return
    case .tokenOrThisMachine where principal != nil || Self.isThisMachine(request, address): return
    case .page where principal == nil:
      throw Refusal(.seeOther, "log in first", headers: [.location: "/login"])
    case .page: return
    case .tokenOrThisMachine, .role, .evenWithOneTimePassword: break
    }
    guard let principal else { throw Self.notLoggedIn }
    try checkOrigin(of: request, principal)
    if case .role(let role) = route.entry {
      if principal.isOneTime { throw Refusal(.forbidden, "change the one-time password first") }
      if principal.role < role {
        throw Refusal(
          .forbidden, "\(principal.name) is a \(principal.role.rawValue); allowed: \(role.rawValue)")
      }
    }
  }

  /// A page of another site can make a browser send its cookie, but knows no session's token.
  private func checkOrigin(of request: Request, _ principal: Principal) throws {
    guard case .session(_, let csrf) = principal.means, request.method != .get, request.method != .head else {
      return
    }
    let name = HTTPField.Name("X-CSRF-Token")
    guard let sent = name.flatMap({ request.headers[$0] }), Secret.isEqual(sent, csrf) else {
      throw Refusal(.forbidden, "X-CSRF-Token is missing or not this session's")
    }
  }

  /// A proxy of this machine speaks for others, and a site whose name is made to mean 127.0.0.1 sends its own.
  private static func isThisMachine(_ request: Request, _ address: String) -> Bool {
    let forwarding = ["Forwarded", "X-Forwarded-For", "Via"].compactMap { HTTPField.Name($0) }
    let host = ListenAddress.host(ofAuthority: request.head.authority ?? "")
    return ListenAddress.isLoopback(address) && ListenAddress.isLoopback(host)
      && !forwarding.contains { request.headers[$0] != nil }
  }

  private func refusal(for error: any Error, logger: Logger) -> Response {
    switch error {
    case let refusal as Refusal:
      return Reply.refusal(refusal.status, refusal.reason, headers: refusal.headers)
    case let refusal as LayoutRefusal:
      let reason = (refusal.place.map { "\($0): " } ?? "") + refusal.reason
      return Reply.refusal(refusal.isStale ? .preconditionFailed : .unprocessableContent, reason)
    case is NIOTooManyBytesError: return Reply.refusal(.contentTooLarge, "the body is too large")
    case let error as DecodingError:
      return Reply.refusal(.badRequest, "the body is not the JSON that is asked for: \(Self.reason(error))")
    case let error as WebError: return Reply.refusal(.serviceUnavailable, error.description)
    default:
      // What it says may hold paths or names of the inside.
      logger.error("a request failed", metadata: ["error": "\(error)"])
      return Reply.refusal(.internalServerError, "footfall failed; its log says why")
    }
  }

  private static func reason(_ error: DecodingError) -> String {
    let (path, reason) =
      switch error {
      case .keyNotFound(let key, let context): (context.codingPath + [key], "is missing")
      case .typeMismatch(_, let context), .valueNotFound(_, let context):
        (context.codingPath, "has another type")
      case .dataCorrupted(let context):
        (context.codingPath, context.codingPath.isEmpty ? "no JSON" : "is not allowed")
      @unknown default: ([], "no JSON")
      }
    let pointer = path.map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
    return pointer.isEmpty ? reason : "\(pointer.prefix(200)) \(reason)"
  }
}
