internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore

/// A method and a path that are answered.
struct Route: Sendable {
  /// Who is let in.
  enum Entry: Hashable, Sendable {
    case anybody
    /// A token of any role, or a request of this machine itself.
    case tokenOrThisMachine
    /// A page: who is not logged in is sent to the login.
    case page
    case role(Role)
    /// Who is logged in, even where the password has to be changed first.
    case evenWithOneTimePassword
  }

  let method: HTTPRequest.Method
  /// Such as `/api/v1/tokens/{id}`: one part at most may stand for any text.
  let path: String
  let entry: Entry
  let answer: @Sendable (Exchange) async throws -> Response

  init(
    _ method: HTTPRequest.Method, _ path: String, _ entry: Entry,
    _ answer: @escaping @Sendable (Exchange) async throws -> Response
  ) {
    self.method = method
    self.path = path
    self.entry = entry
    self.answer = answer
  }

  /// Whether a path without query is this one's, and what stands in the place of `{…}`.
  func match(_ other: String) -> (isMatch: Bool, argument: String?) {
    guard let brace = path.firstIndex(of: "{") else { return (path == other, nil) }
    let prefix = path[..<brace]
    guard other.hasPrefix(prefix) else { return (false, nil) }
    let argument = other.dropFirst(prefix.count)
    guard !argument.isEmpty, !argument.contains("/") else { return (false, nil) }
    return (true, argument.removingPercentEncoding)
  }
}
