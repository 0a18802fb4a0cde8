internal import Foundation
internal import Hummingbird

/// The pages, and the files that they are made of: all of them built in but the chart library.
struct PageRoutes: Sendable {
  let chartFolder: String

  var all: [Route] {
    [
      page("/login", PackageResources.login_html, .anybody),
      page("/", PackageResources.today_html, .page),
      page("/cameras", PackageResources.cameras_html, .page),
      page("/map", PackageResources.map_html, .page),
      page("/staffing", PackageResources.staffing_html, .page),
      page("/layout", PackageResources.layout_html, .page),
      page("/editor", PackageResources.editor_html, .page),
      page("/account", PackageResources.account_html, .page),
      Route(.get, "/assets/chart.js", .anybody) { _ in try chartLibrary() },
    ] + assets
  }

  private func page(_ path: String, _ bytes: [UInt8], _ entry: Route.Entry) -> Route {
    Route(.get, path, entry) { _ in Reply.bytes(bytes, .html) }
  }

  private var assets: [Route] {
    let files: [(String, [UInt8], Reply.Kind)] = [
      ("live.css", PackageResources.live_css, .css),
      ("texts-en.json", PackageResources.texts_en_json, .json),
      ("texts-zh.json", PackageResources.texts_zh_json, .json),
      ("api.js", PackageResources.api_js, .script),
      ("texts.js", PackageResources.texts_js, .script),
      ("frame.js", PackageResources.frame_js, .script),
      ("live.js", PackageResources.live_js, .script),
      ("time.js", PackageResources.time_js, .script),
      ("picture.js", PackageResources.picture_js, .script),
      ("chart-entries.js", PackageResources.chart_entries_js, .script),
      ("chart-staff.js", PackageResources.chart_staff_js, .script),
      ("heat.js", PackageResources.heat_js, .script),
      ("login.js", PackageResources.login_js, .script),
      ("today.js", PackageResources.today_js, .script),
      ("cameras.js", PackageResources.cameras_js, .script),
      ("map.js", PackageResources.map_js, .script),
      ("staffing.js", PackageResources.staffing_js, .script),
      ("layout.js", PackageResources.layout_js, .script),
      ("editor.js", PackageResources.editor_js, .script),
      ("sketch.js", PackageResources.sketch_js, .script),
      ("account.js", PackageResources.account_js, .script),
    ]
    return files.map { name, bytes, kind in
      Route(.get, "/assets/\(name)", .anybody) { _ in Reply.bytes(bytes, kind) }
    }
  }

  private func chartLibrary() throws -> Response {
    let file = URL(fileURLWithPath: chartFolder).appendingPathComponent("chart.min.js")
    guard let data = try? Data(contentsOf: file) else {
      throw Refusal(.notFound, "Chart.js is not there: install libjs-chart.js")
    }
    return Reply.bytes([UInt8](data), .script)
  }
}
