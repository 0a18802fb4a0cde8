internal import Hummingbird

/// What supervisors and monitors of machines ask.
struct SystemRoutes: Sendable {
  let store: any LiveStore
  let now: AccessDesk.Clock

  private struct Health: Encodable {
    let status: String
    let reasons: [String]
  }

  var all: [Route] {
    [
      Route(.get, "/healthz", .anybody) { _ in try await health() },
      Route(.get, "/readyz", .anybody) { _ in try await readiness() },
      Route(.get, "/metrics", .tokenOrThisMachine) { _ in
        Reply.bytes(Array(PrometheusText.of(await store.measures()).utf8), .measures)
      },
      Route(.get, Routes.prefix + "/status", .role(.viewer)) { _ in try Reply.json(await store.status()) },
      Route(.get, Routes.prefix + "/openapi.json", .role(.viewer)) { _ in
        Reply.bytes(PackageResources.openapi_json, .json)
      },
    ]
  }

  private func health() async throws -> Response {
    let isSupervised = await !store.cameras().isEmpty
    return try answer("ok", isSupervised ? [] : ["no camera is supervised yet"])
  }

  private func readiness() async throws -> Response {
    let untried = await store.cameras().filter { !$0.wasTried }.map { "camera \($0.id) was not tried yet" }
    let time = now()
    let query = HistoryQuery(milliseconds: time - 60_000..<time, intervalMinutes: 1)
    do {
      _ = try await store.traffic(query)
      return try answer("ready", untried)
    } catch {
      // Why is for the log and for those who are logged in.
      return try answer("ready", untried + ["the database does not answer"])
    }
  }

  private func answer(_ status: String, _ reasons: [String]) throws -> Response {
    reasons.isEmpty
      ? try Reply.json(Health(status: status, reasons: []))
      : try Reply.json(Health(status: "unavailable", reasons: reasons), .serviceUnavailable)
  }
}

extension CameraStatus {
  /// Whether the first attempt to reach it has ended, either way.
  fileprivate var wasTried: Bool {
    state != .connecting || problem != nil || lastPictureMilliseconds != nil || restarts > 0
  }
}
