internal import HTTPTypes
internal import Hummingbird

/// Cameras, what they show, and their lines and zones.
struct LayoutRoutes: Sendable {
  let store: any LiveStore

  private struct Cameras: Encodable { let cameras: [CameraStatus] }
  private struct Advice: Encodable { let advice: [PlaceAdvice] }

  var all: [Route] {
    [
      Route(.get, Routes.prefix + "/cameras", .role(.viewer)) { _ in
        try Reply.json(Cameras(cameras: await store.cameras()))
      },
      Route(.get, Routes.prefix + "/still.jpg", .role(.viewer)) { try await still($0) },
      Route(.get, Routes.prefix + "/layout", .role(.viewer)) { _ in try tagged(await store.layout()) },
      Route(.put, Routes.prefix + "/layout", .role(.admin)) { exchange in
        let version = try version(exchange.request.headers[.ifMatch])
        return try tagged(try await store.save(try await layout(exchange), ofVersion: version))
      },
      Route(.post, Routes.prefix + "/advice", .role(.viewer)) { exchange in
        try Reply.json(Advice(advice: try await store.advice(on: try await layout(exchange))))
      },
    ]
  }

  private func still(_ exchange: Exchange) async throws -> Response {
    let values = try exchange.query("camera", "empty")
    guard let camera = values["camera"] else { throw Refusal(.badRequest, "camera is missing") }
    try await CameraName.check(camera, in: store)
    let empty = values["empty"] ?? "true"
    guard let isEmpty = Bool(empty) else {
      throw Refusal(.badRequest, "empty is '\(empty.prefix(20))'; allowed: true, false")
    }
    guard let picture = await store.still(of: camera, isEmpty: isEmpty) else {
      throw Refusal(.notFound, "camera \(camera) has shown no picture yet")
    }
    return Reply.bytes(picture, .jpeg)
  }

  private func layout(_ exchange: Exchange) async throws -> CameraLayout {
    let layout = try await exchange.body(CameraLayout.self)
    try await CameraName.check(layout.id, in: store)
    try LayoutRules.check(layout)
    return layout
  }

  private func version(_ header: String?) throws -> String {
    guard let header else {
      throw Refusal(.preconditionRequired, "If-Match is missing: it names the version that was changed")
    }
    guard header.count >= 2, header.hasPrefix("\""), header.hasSuffix("\"") else {
      throw Refusal(.badRequest, "If-Match is '\(header.prefix(80))'; allowed: the ETag of layout")
    }
    return String(header.dropFirst().dropLast())
  }

  private func tagged(_ layout: StoreLayout) throws -> Response {
    var response = try Reply.json(layout)
    response.headers[.eTag] = "\"\(layout.version)\""
    return response
  }
}
