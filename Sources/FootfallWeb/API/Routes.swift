internal import Logging

/// Everything that is served, in one table: `schemas/openapi.json` describes what stands under `/api/v1`.
enum Routes {
  static let prefix = "/api/v1"

  static func all(store: any LiveStore, desk: AccessDesk, chartFolder: String, logger: Logger) -> [Route] {
    let system = SystemRoutes(store: store, now: desk.now)
    let access = AccessRoutes(desk: desk)
    let history = HistoryRoutes(store: store, now: desk.now)
    let layout = LayoutRoutes(store: store)
    let members = MemberRoutes(store: store, now: desk.now)
    let documents = DocumentRoutes(store: store)
    let pages = PageRoutes(chartFolder: chartFolder)
    let stream = StreamRoutes(store: store, desk: desk, logger: logger)
    return system.all + access.all + history.all + layout.all + documents.all + members.all + stream.all
      + pages.all
  }
}
