internal import HTTPTypes
internal import Hummingbird

/// How a till or a telephone says that a member is there.
struct MemberRoutes: Sendable {
  /// Longer names of places are none.
  private static let longestPlace = 64

  let store: any LiveStore

  var all: [Route] {
    [
      // A till has a token that changes nothing else.
      Route(.post, Routes.prefix + "/members/check-in", .role(.viewer)) { exchange in
        let request = try await exchange.body(CheckIn.self)
        guard (request.member == nil) != (request.code == nil) else {
          throw Refusal(.badRequest, "a check-in has one of: member, code")
        }
        if let place = request.place, place.isEmpty || place.count > Self.longestPlace {
          throw Refusal(.badRequest, "place has \(place.count) letters; allowed: 1 to \(Self.longestPlace)")
        }
        do {
          try await store.checkIn(request)
        } catch let refusal as CheckInRefusal {
          throw Refusal(Self.status(of: refusal.kind), refusal.reason)
        }
        return Response(status: .noContent)
      }
    ]
  }

  private static func status(of kind: CheckInRefusal.Kind) -> HTTPResponse.Status {
    switch kind {
    case .off, .unknown: .notFound
    case .unavailable: .serviceUnavailable
    }
  }
}
