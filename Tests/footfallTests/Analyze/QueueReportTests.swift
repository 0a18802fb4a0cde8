import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

/// One counter, whose waits are known before anybody walks: begin = max(arrival, end of the one before), as in Lindley's
/// recursion (1952).
///
/// Every 20 seconds the film turns from light to dark at once.
@Suite("A queue at a counter, from boxes to the report")
struct QueueReportTests {
  private struct Customer {
    var arrival: Double
    /// From the entry of the queue to that of the counter, or to the exit of who gives up.
    var wait: Double
    /// nil for who gives up.
    var service: Double?
  }

  private static let seconds = 130
  private static let framesPerSecond = 10
  private static let size = PixelSize(width: 320, height: 240)
  /// Pixels that the last step from the queue to the counter takes, of 40 in a second.
  private static let gap = 15.0

  private static let customers: [Customer] = {
    let demands = [(3.0, 9.0), (8, 14), (20, 8), (31, 16), (44, 6), (52, 11), (75, 10)]
    var (customers, free) = ([Customer](), 0.0)
    for (arrival, service) in demands {
      // The way through the queue takes four seconds.
      let begin = max(arrival + 4, free + 1)
      customers.append(Customer(arrival: arrival, wait: begin - arrival, service: service))
      free = begin + service
    }
    return customers + [Customer(arrival: 60, wait: 18), Customer(arrival: 90, wait: 12)]
  }()

  private static let scene = """
    version: 1
    timezone: UTC
    cameras:
      - id: till
        zones:
          - {id: line, polygon: [[75, 0], [175, 0], [175, 239], [75, 239]], kind: queue}
          - {id: counter, polygon: [[190, 0], [240, 0], [240, 239], [190, 239]], kind: service}

    """

  /// The way of somebody in a lane of their own.
  private static func walk(_ customer: Customer, lane: Int) -> Walk {
    let y = 55 + 60 * Double(lane)
    var corners = [(customer.arrival - 2, 10.0), (customer.arrival, 75), (customer.arrival + 2, 150)]
    let end = customer.arrival + customer.wait
    if let service = customer.service {
      corners += [
        (end - 1, 150), (end, 190), (end + 0.5, 215), (end + service - 0.5, 215), (end + service, 240),
        (end + service + 2, 312),
      ]
    } else {
      corners += [(end - 2, 150), (end, 75), (end + 2, 7.5)]
    }
    return Walk(corners: corners.map { ($0.0, Point($0.1, y)) }, boxHeight: 45)
  }

  private static func detections() -> String {
    let walks = customers.sorted { $0.arrival < $1.arrival }.enumerated().map { walk($1, lane: $0 % 4) }
    return (0..<seconds * framesPerSecond).flatMap { frame in
      walks.compactMap { walk in
        let foot = walk.foot(at: Double(frame) / Double(framesPerSecond))
        return foot.map(walk.box).map {
          "\(frame + 1),-1,\($0.x),\($0.y),\($0.width),\($0.height),0.9,-1,-1,-1\n"
        }
      }
    }.joined()
  }

  private struct Report: Decodable {
    struct Camera: Decodable { var queues: [Queue] }
    struct Queue: Decodable {
      var length: Length
      var wait: Wait
      var abandoned: Abandoned
      var service: Service
    }
    struct Length: Decodable {
      var mean: Double
      var max: Int
    }
    struct Wait: Decodable {
      var served: Int
      var p50: Double
      var p90: Double
    }
    struct Abandoned: Decodable { var rate: Rate }
    struct Rate: Decodable { var numerator, denominator, undecided: Int }
    struct Service: Decodable {
      var zones: [String]
      var p50: Double
    }
    var cameras: [Camera]
  }

  /// Interpolated between order statistics.
  private func quantile(_ share: Double, of values: [Double]) -> Double {
    let sorted = values.sorted()
    let place = share * Double(sorted.count - 1)
    let below = min(Int(place), sorted.count - 2)
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }

  @Test("Length, waits, service and who gave up are those of the customers")
  func endToEnd() async throws {
    let place = try AnalyzeWorkplace()
    try place.write(Data(Self.scene.utf8), to: "scene.yaml")
    try place.write(Data(Self.detections().utf8), to: "people.txt")
    try place.write(
      RawFootage.y4m(
        size: Self.size, framesPerSecond: Self.framesPerSecond, frames: Self.seconds * Self.framesPerSecond),
      to: "film.y4m")
    try await place.analyze()
    let report = try JSONDecoder().decode(Report.self, from: try place.bytes("out/report.json"))
    let queue = try #require(report.cameras.first?.queues.first)
    let served = Self.customers.filter { $0.service != nil }
    let tolerance = 0.3
    #expect(queue.wait.served == served.count)
    #expect(abs(queue.wait.p50 - quantile(0.5, of: served.map(\.wait))) <= tolerance)
    #expect(abs(queue.wait.p90 - quantile(0.9, of: served.map(\.wait))) <= tolerance)
    #expect(queue.service.zones == ["counter"])
    #expect(abs(queue.service.p50 - quantile(0.5, of: served.compactMap(\.service))) <= tolerance)
    #expect(queue.abandoned.rate.numerator == 2 && queue.abandoned.rate.denominator == 9)
    #expect(queue.abandoned.rate.undecided == 0)
    // Little's law: the mean number waiting is the time waited in all over the time observed.
    let waited = Self.customers.reduce(0) { $0 + $1.wait - ($1.service == nil ? 0 : Self.gap / 40) }
    #expect(abs(queue.length.mean - waited / Double(Self.seconds)) <= 9 * tolerance / Double(Self.seconds))
    #expect(queue.length.max == most())
    let page = try place.text("out/report.html")
    #expect(page.contains(">Queues</h3>") && page.contains("<span class=\"cut\">2 of 9</span>"))
  }

  /// The most people in the queue zone at once, sampled more finely than the film.
  private func most() -> Int {
    (0..<Self.seconds * 100).map { step in
      let time = Double(step) / 100
      return Self.customers.count {
        let gap = $0.service == nil ? 0 : Self.gap / 40
        return $0.arrival <= time && time < $0.arrival + $0.wait - gap
      }
    }.max() ?? 0
  }
}
