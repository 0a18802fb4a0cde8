#if MEMBERS
  import FootfallMembers
  import FootfallStore
  import FootfallTestSupport
  import FootfallWeb
  import Foundation
  import Logging
  import Testing

  @testable import footfall

  @Suite("footfall members report")
  struct MembersReportTests {
    private let folder: TemporaryFolder

    /// Monday, 2024-03-04T00:00Z in London; two hours in which 120 people come in, and thirty members check in.
    private static let start: Int64 = 1_709_510_400_000

    init() throws {
      folder = try TemporaryFolder()
      let database = try EventStore(path: folder.url.path + "/footfall.db", access: .readWrite)
      try database.record([ExportFixture.run(camera: "door", start: Self.start)])
      try database.close()
      let key = try folder.write(String(repeating: "5a", count: 32), to: "master.key")
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.path)
      let monday = Date(timeIntervalSince1970: Double(Self.start) / 1000)
      let master = try MasterKey(fileAt: key.path)
      let consent = try Consent(
        scope: "till", textVersion: "1", given: monday, expires: monday.addingTimeInterval(9 * 365 * 86_400))
      var members: [MemberID] = []
      do {
        let store = try MemberStore(folder: folder.url.path + "/books", master: master, now: monday)
        for _ in 0..<30 { members.append(try store.enrolWithoutFace(consent, now: monday)) }
      }
      let books = MemberBooks(folder: folder.url.path + "/books", master: master)
      for (index, member) in members.enumerated() {
        // Twenty in the first hour, ten in the second.
        let time = monday.addingTimeInterval(Double(index) * 180)
        #expect(try books.admit(member, .checkIn, now: time))
      }
    }

    private func report(_ more: String...) async throws -> BuiltProgram.Outcome {
      try await BuiltProgram.run(
        ["members", "report", "--db", "footfall.db", "--store", "books", "--master-key", "master.key"] + more,
        in: folder.url)
    }

    private func rows(_ interval: String) async throws -> [[String: Any]] {
      let outcome = try await report("--interval", interval, "--json")
      try #require(outcome.status == 0, "\(outcome.errorOutput)")
      if SchemaValidator.isAvailable {
        #expect(try SchemaValidator.faults(of: outcome.output, schema: "footfall.member-report-1") == [])
      }
      let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      return try #require(object?["series"] as? [[String: Any]])
    }

    @Test("a week, its days and hours tell the share of members, and nobody of whom there are too few")
    func intervals() async throws {
      let weeks = try await rows("7d")
      #expect(weeks.map { $0["memberVisits"] as? Int } == [30] && weeks.map { $0["visits"] as? Int } == [120])
      #expect(weeks[0]["start"] as? String == "2024-03-04T00:00:00.000+00:00")
      let share = try #require(weeks[0]["memberShare"] as? [String: Double])
      #expect(share["value"] == 0.25 && (0.17...0.19).contains(share["low"] ?? 0))
      #expect(weeks[0]["repeatVisits"] is NSNull && weeks[0]["recognitionRate"] is NSNull)
      let days = try await rows("1d")
      #expect(days.count == 7)
      // Six days with nobody would tell the seventh's number: it is the week's.
      #expect(days.allSatisfy { $0["memberVisits"] is NSNull })
      #expect(days.map { $0["visits"] as? Int } == [120, nil, nil, nil, nil, nil, nil])
      #expect(try await rows("1h").count == 168)
    }

    @Test("as a table, a dash is what is not told; a week that is not asked for is not there")
    func table() async throws {
      let outcome = try await report("--interval", "1d")
      #expect(outcome.output.split(separator: "\n").count == 7)
      #expect(outcome.output.contains("-  visits of members, of 120: -"))
      let later = try await report("--from", "2024-03-18", "--to", "2024-03-25", "--json")
      #expect(later.output.contains("2024-03-18") && !later.output.contains("2024-03-04"))
    }

    @Test("an interval that is none of the three is refused, and books that are not there are named")
    func mistakes() async throws {
      let interval = try await report("--interval", "2h")
      #expect(interval.status == 64 && interval.errorOutput.contains("'1h', '1d' or '7d'"))
      let books = try await BuiltProgram.run(
        ["members", "report", "--db", "footfall.db", "--store", "none", "--master-key", "master.key"],
        in: folder.url)
      #expect(books.status == 66 && books.errorOutput.contains("holds no members"))
    }

    /// What `footfall serve` would answer.
    private func desk() throws -> LiveDesk {
      let scene = """
        version: 1
        timezone: Europe/London
        store: high-street
        cameras: [{id: door}]
        members: {books: books, masterKeyFile: master.key}

        """
      let file = try folder.write(scene, to: "store.yaml")
      let desk = try LiveDesk(
        scene: try SceneFile(contentsOfFile: file.path), cameras: [], model: "none",
        database: try EventStore(path: folder.url.path + "/footfall.db", access: .readWrite),
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
      _ = desk.openMembers(try desk.makeSinks())
      return desk
    }

    @Test("a running store answers what the command prints, and notes who checks in")
    func served() async throws {
      let desk = try desk()
      let query = HistoryQuery(
        milliseconds: Self.start..<Self.start + 7 * 86_400_000, intervalMinutes: 10_080)
      let answer = String(decoding: try await desk.memberReport(query), as: UTF8.self)
      #expect(answer == (try await report("--interval", "7d", "--json").output))
      let books = MemberBooks(
        folder: folder.url.path + "/books", master: try MasterKey(fileAt: folder.url.path + "/master.key"))
      let member = try #require(try books.entries().last?.member)
      try await desk.checkIn(CheckIn(member: member, place: "till"))
      #expect(try books.entries().count == 61)
      await #expect(throws: CheckInRefusal.self) { try await desk.checkIn(CheckIn(code: "NOBODYSCODE")) }
      #expect(try books.entries().count == 61)
    }
  }
#endif
