internal import Hummingbird

/// What was planned and found out elsewhere, and is shown beside what is counted.
struct DocumentRoutes: Sendable {
  let store: any LiveStore

  var all: [Route] {
    [
      Route(.get, Routes.prefix + "/staffing", .role(.viewer)) { _ in
        guard let board = try await store.staffing() else { return Reply.nothing() }
        return try Reply.json(board)
      },
      Route(.get, Routes.prefix + "/layout-report", .role(.viewer)) { _ in
        guard let report = try await store.layoutReport() else { return Reply.nothing() }
        return Reply.bytes(report, .json)
      },
    ]
  }
}
