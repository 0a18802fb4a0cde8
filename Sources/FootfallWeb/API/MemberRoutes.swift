internal import HTTPTypes
internal import Hummingbird

/// How a till or a telephone says that a member is there.
struct MemberRoutes: Sendable {
  /// Longer names of places are none.
  private static let longestPlace = 64

  /// The lengths of intervals of a report, in minutes.
  private static let intervals = ["1h": 60, "1d": 1440, "7d": 10_080]
  private static let reportDays: Int64 = 28

  let store: any LiveStore
  let now: AccessDesk.Clock

  var all: [Route] {
    [
      // What lets a member in is the code or the pseudonym, which can't be guessed: the role need only keep strangers out,
      // and the token of a till that asked for more could change the store. People at the dashboard check nobody in.
      Route(.post, Routes.prefix + "/members/check-in", .role(.viewer)) { exchange in
        guard try exchange.sender().means == .token else {
          throw Refusal(
            .forbidden, "a person is logged in; allowed: the token of a program, such as a till's")
        }
        let request = try await exchange.body(CheckIn.self)
        guard (request.member == nil) != (request.code == nil) else {
          throw Refusal(.badRequest, "a check-in has one of: member, code")
        }
        if let place = request.place, place.isEmpty || place.count > Self.longestPlace {
          throw Refusal(.badRequest, "place has \(place.count) letters; allowed: 1 to \(Self.longestPlace)")
        }
        try await refusing { try await store.checkIn(request) }
        return Response(status: .noContent)
      },
      Route(.get, Routes.prefix + "/members/report", .role(.viewer)) { try await report($0) },
    ]
  }

  private func report(_ exchange: Exchange) async throws -> Response {
    let values = try exchange.query("from", "to", "interval")
    let name = values["interval"] ?? "7d"
    guard let minutes = Self.intervals[name] else {
      throw Refusal(.badRequest, "interval is '\(name.prefix(20))'; allowed: 1h, 1d, 7d")
    }
    let span = try HistoryParameters.span(
      values, now: now(), days: Self.reportDays, intervalMinutes: minutes)
    let query = HistoryQuery(milliseconds: span, intervalMinutes: minutes)
    return Reply.bytes(try await refusing { try await store.memberReport(query) }, .json)
  }

  private func refusing<Result>(_ work: () async throws -> Result) async throws -> Result {
    do {
      return try await work()
    } catch let refusal as CheckInRefusal {
      throw Refusal(Self.status(of: refusal.kind), refusal.reason)
    }
  }

  private static func status(of kind: CheckInRefusal.Kind) -> HTTPResponse.Status {
    switch kind {
    case .off, .unknown: .notFound
    case .unavailable: .serviceUnavailable
    }
  }
}
