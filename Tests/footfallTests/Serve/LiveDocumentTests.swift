import FootfallExport
import FootfallStore
import FootfallTestSupport
import FootfallWeb
import Foundation
import Logging
import Testing

@testable import footfall

@Suite("Plan and layout report of a running store")
struct LiveDocumentTests {
  /// Two shifts, one of which is nobody's, and what is expected of two cameras and a till.
  private static let plan = """
    {"schema": "footfall.staffing-plan/1", "location": {"id": "shop", "timeZone": "Europe/London"},
     "period": {"start": "2026-11-30T00:00:00+00:00", "end": "2026-12-01T00:00:00+00:00"}, "intervalMinutes": 30,
     "volumeForecast": [
      {"start": "2026-11-30T09:00:00+00:00", "end": "2026-11-30T10:00:00+00:00", "driver": "a", "value": 10},
      {"start": "2026-11-30T09:00:00+00:00", "end": "2026-11-30T10:00:00+00:00", "driver": "b", "value": 5},
      {"start": "2026-11-30T09:00:00+00:00", "end": "2026-11-30T10:00:00+00:00", "driver": "receipts", "value": 3}],
     "requirements": [
      {"start": "2026-11-30T09:00:00+00:00", "end": "2026-11-30T09:30:00+00:00", "role": "till", "required": 2},
      {"start": "2026-11-30T09:30:00+00:00", "end": "2026-11-30T10:00:00+00:00", "role": "till", "required": 1}],
     "shifts": [
      {"role": "till", "employee": {"id": "pat"}, "start": "2026-11-30T09:00:00+00:00",
       "end": "2026-11-30T10:30:00+00:00",
       "breaks": [{"start": "2026-11-30T09:30:00+00:00", "end": "2026-11-30T10:00:00+00:00", "paid": false}]},
      {"role": "floor", "start": "2026-11-30T09:00:00+00:00", "end": "2026-11-30T10:00:00+00:00"}]}
    """
  private static let nine: Int64 = 1_796_029_200_000

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func desk(_ more: String) throws -> LiveDesk {
    let scene = "version: 1\ntimezone: Europe/London\nstore: shop\ncameras: [{id: a}, {id: b}]\n\(more)\n"
    let path = try folder.write(scene, to: "store.yaml").path
    return try LiveDesk(
      scene: try SceneFile(contentsOfFile: path), cameras: [], model: "none",
      database: try EventStore(path: folder.url.path + "/store.db", access: .readWrite),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  private func refusal(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch let error as WebError {
      return error.description
    } catch {
      return "another error: \(error)"
    }
  }

  @Test(
    "The plan's cover leaves out breaks and shifts that are nobody's; entries are what is expected at cameras"
  )
  func cover() async throws {
    _ = try folder.write(Self.plan, to: "plan.json")
    let board = try #require(try await desk("staffing: plan.json").staffing())
    #expect(board.roles == ["floor", "till"] && board.intervalMinutes == 30)
    #expect(board.endMilliseconds - board.startMilliseconds == 86_400_000)
    let half: Int64 = 1_800_000
    #expect(
      board.cover == [
        .init(startMilliseconds: Self.nine, required: [0, 2], scheduled: [0, 1]),
        .init(startMilliseconds: Self.nine + half, required: [0, 1], scheduled: [0, 0]),
        .init(startMilliseconds: Self.nine + 2 * half, required: [0, 0], scheduled: [0, 1]),
      ])
    #expect(
      board.expected == [
        .init(startMilliseconds: Self.nine, endMilliseconds: Self.nine + 2 * half, value: 15)
      ])
    let told = String(decoding: try JSONEncoder().encode(board), as: UTF8.self)
    #expect(!told.contains("pat"))
  }

  @Test("A plan that names nobody at all is covered by its open shifts")
  func open() async throws {
    _ = try folder.write(Self.plan.replacing(#""employee": {"id": "pat"}, "#, with: ""), to: "plan.json")
    let board = try #require(try await desk("staffing: plan.json").staffing())
    #expect(board.cover.first?.scheduled == [1, 1])
  }

  @Test("Where the scene names nothing there is nothing, and no error")
  func none() async throws {
    let desk = try desk("")
    #expect(try await desk.staffing() == nil)
    #expect(try await desk.layoutReport() == nil)
  }

  @Test(
    "A file that can't be shown is named with what is wrong in it",
    arguments: [
      (nil, "cannot open ", "a readable file is needed"),
      ("words", "cannot read the plan: ", "the content is not JSON; allowed: footfall.staffing-plan/1"),
      (
        plan.replacing("\"required\": 2", with: "\"required\": -2"), "cannot read the plan: ",
        "/requirements/0/required is -2; allowed: 0 to 100000"
      ),
      (
        plan.replacing("\"id\": \"shop\"", with: "\"id\": \"mall\""), "",
        "is the plan of store 'mall'; expected 'shop'"
      ),
    ])
  func broken(content: String?, beginning: String, end: String) async throws {
    if let content { _ = try folder.write(content, to: "plan.json") }
    let desk = try desk("staffing: plan.json")
    let reason = try #require(await refusal { _ = try await desk.staffing() })
    #expect(reason.hasPrefix(beginning) && reason.contains("plan.json") && reason.hasSuffix(end), "\(reason)")
  }

  @Test("A layout report goes through as it was written; one of another schema is refused")
  func layout() async throws {
    let file = SharedData.packageRoot.appendingPathComponent("Tests/FootfallMadeUpStore/Assets/layout.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    _ = try folder.write(text.replacing("demo-store", with: "shop"), to: "layout.json")
    let desk = try desk("layoutReport: layout.json")
    let report = try #require(try await desk.layoutReport())
    #expect(try LayoutDocument(report).store == "shop")
    if SchemaValidator.isAvailable {
      #expect(
        try SchemaValidator.faults(of: String(decoding: report, as: UTF8.self), schema: "footfall.layout-1")
          == []
      )
    }
    _ = try folder.write(text.replacing("footfall.layout/1", with: "footfall.layout/2"), to: "layout.json")
    let reason = await refusal { _ = try await desk.layoutReport() }
    #expect(reason?.hasSuffix("/schema is 'footfall.layout/2'; allowed: footfall.layout/1") == true)
  }
}
