internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore

/// A request that has found its route and may be answered.
struct Exchange: Sendable {
  /// More than any lines and zones, tokens or passwords take.
  private static let longestBody = 256 * 1024

  let request: Request
  /// What stands in the path in the place of `{…}`.
  let argument: String?
  let address: String
  let principal: Principal?
  let key: AccessKey
  /// Whether it came over TLS.
  let isSecure: Bool

  /// Who sent it, on a route that asks for a login.
  func sender() throws -> Principal {
    guard let principal else { throw Refusal(.unauthorized, "log in first") }
    return principal
  }

  /// The body as JSON.
  func body<Value: Decodable>(_ type: Value.Type) async throws -> Value {
    let kind = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased()
    // A form of another site can't send this kind without asking first.
    guard kind == "application/json" else {
      throw Refusal(.unsupportedMediaType, "Content-Type is '\(kind ?? "")'; allowed: application/json")
    }
    var request = request
    let bytes = try await request.collectBody(upTo: Self.longestBody)
    return try JSONDecoder().decode(type, from: Data(bytes.readableBytesView))
  }

  /// The query's values by name; each may stand once.
  /// - Throws: ``Refusal`` for a name that is not allowed.
  func query(_ allowed: String...) throws -> [String: String] {
    var values: [String: String] = [:]
    for (name, value) in request.uri.queryParameters {
      guard allowed.contains(String(name)) else {
        throw Refusal(
          .badRequest, "there is no parameter '\(name)'; allowed: \(allowed.joined(separator: ", "))")
      }
      guard values.updateValue(String(value), forKey: String(name)) == nil else {
        throw Refusal(.badRequest, "\(name) is given twice; allowed: once")
      }
    }
    return values
  }
}
