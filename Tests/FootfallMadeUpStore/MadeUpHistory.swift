internal import FootfallWeb
internal import Foundation

/// The past of the made-up store: a busy noon and evening, and three quarters of an hour a day that nobody saw.
struct MadeUpHistory {
  let now: Int64
  let layout: StoreLayout

  private struct Feed: Encodable {
    let schema = "footfall.traffic/1"
    let store: String
    let timeZone: String
    let intervalMinutes: Int
    let series: [Interval]
  }

  private struct Interval: Encodable {
    let start: String
    let end: String
    let camera: String
    let coverage: Double
    let trafficIn: Int?
    let trafficOut: Int?
    let passersby: Int?
    let captureRate: Double?
    let occupancyMean: Double?
    let occupancyMax: Int?
    let turnInRatio: Double?
    let entriesPerHour: Double?

    enum Key: String, CodingKey {
      case start, end, camera, coverage, trafficIn, trafficOut, passersby, captureRate, occupancyMean,
        occupancyMax, turnInRatio, entriesPerHour
    }

    /// A gap is written as null.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(start, forKey: .start)
      try container.encode(end, forKey: .end)
      try container.encode(camera, forKey: .camera)
      try container.encode(coverage, forKey: .coverage)
      try container.encode(trafficIn, forKey: .trafficIn)
      try container.encode(trafficOut, forKey: .trafficOut)
      try container.encode(passersby, forKey: .passersby)
      try container.encode(captureRate, forKey: .captureRate)
      try container.encode(occupancyMean, forKey: .occupancyMean)
      try container.encode(occupancyMax, forKey: .occupancyMax)
      try container.encode(turnInRatio, forKey: .turnInRatio)
      try container.encode(entriesPerHour, forKey: .entriesPerHour)
    }
  }

  func traffic(_ query: HistoryQuery) throws -> [UInt8] {
    let step = Int64(query.intervalMinutes) * 60_000
    let cameras = layout.cameras.map(\.id).filter { query.camera == nil || query.camera == $0 }
    let starts = stride(from: query.milliseconds.lowerBound, to: query.milliseconds.upperBound, by: Int(step))
    let feed = Feed(
      store: layout.store, timeZone: layout.timeZone, intervalMinutes: query.intervalMinutes,
      series: starts.flatMap { start in cameras.map { interval(start, min(start + step, now), $0) } })
    return [UInt8](try JSONEncoder().encode(feed))
  }

  private func interval(_ start: Int64, _ end: Int64, _ camera: String) -> Interval {
    let minutes = start < end ? Array(stride(from: start, to: end, by: 60_000)) : []
    let isSeen = camera != "stockroom" && !minutes.isEmpty && !minutes.contains(where: Self.isGap)
    let entries = isSeen && camera == "door" ? minutes.reduce(0) { $0 + Self.entries(minute: $1) } : nil
    return Interval(
      start: Self.text(start), end: Self.text(max(start + 60_000, end)), camera: camera,
      coverage: isSeen ? 1 : 0,
      trafficIn: entries, trafficOut: entries, passersby: entries.map { $0 * 3 },
      captureRate: entries.flatMap { $0 > 0 ? 0.25 : nil }, occupancyMean: isSeen ? 2.5 : nil,
      occupancyMax: isSeen ? 6 : nil, turnInRatio: entries.flatMap { $0 > 0 ? 1.0 / 3 : nil },
      entriesPerHour: entries.map { Double($0) * 60 / Double(minutes.count) })
  }

  /// ISO 8601 with milliseconds and the store's offset, as the feeds write it.
  private static func text(_ milliseconds: Int64) -> String {
    let style = Date.ISO8601FormatStyle(
      timeZoneSeparator: .colon, includingFractionalSeconds: true, timeZone: MadeUpStore.zone)
    return Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(style)
      .replacing("Z", with: "+00:00")
  }

  /// Of all minutes since the store's midnight.
  static func entries(today milliseconds: Int64) -> Int {
    let midnight = milliseconds - local(milliseconds) % 86_400_000
    return stride(from: midnight, to: milliseconds, by: 60_000).reduce(0) { $0 + entries(minute: $1) }
  }

  /// The number of the last person who has come in.
  static func number(at milliseconds: Int64) -> Int64 {
    milliseconds / Int64(MadeUpStore.secondsBetweenEntries * 1000)
  }

  static func event(number: Int64) -> String {
    let time = text(number * Int64(MadeUpStore.secondsBetweenEntries * 1000))
    return
      #"{"camera":"door","direction":"in","id":"made-up-\#(number)","line":"entrance","time":"\#(time)","#
      + #""track":\#(number % 1000),"type":"crossing"}"#
  }

  private static func local(_ milliseconds: Int64) -> Int64 {
    let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    return milliseconds + Int64(MadeUpStore.zone.secondsFromGMT(for: date)) * 1000
  }

  private static func isGap(_ milliseconds: Int64) -> Bool {
    let minute = local(milliseconds) % 86_400_000 / 60_000
    return (15 * 60..<15 * 60 + 45).contains(minute)
  }

  /// How many people come in a minute on average: 0 at night.
  static func crowd(at milliseconds: Int64) -> Double {
    let hour = Double(local(milliseconds) % 86_400_000) / 3_600_000
    guard hour >= 9, hour < 21.5 else { return 0 }
    return 0.5 + 1.6 * exp(-pow(hour - 12.5, 2) / 2) + 2.1 * exp(-pow(hour - 18, 2) / 3)
  }

  private static func entries(minute milliseconds: Int64) -> Int {
    let rate = crowd(at: milliseconds)
    guard rate > 0 else { return 0 }
    // A whole number each minute that looks random and is the same at every look.
    let minute = UInt64(bitPattern: milliseconds / 60_000) &* 0x9E37_79B9_7F4A_7C15
    return Int(rate + Double(minute >> 40) / Double(1 << 24))
  }
}
