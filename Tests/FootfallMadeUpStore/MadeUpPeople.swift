internal import FootfallWeb
internal import Foundation

/// Simulated people: each walks to and fro on a path of its own.
struct MadeUpPeople {
  let milliseconds: Int64
  let since: Int64

  private struct Walk {
    let from: (Double, Double)
    let to: (Double, Double)
    let seconds: Double
  }

  private static let walks: [String: [Walk]] = [
    "door": [
      Walk(from: (40, 210), to: (720, 190), seconds: 23), Walk(from: (700, 150), to: (60, 160), seconds: 31),
      Walk(from: (360, 220), to: (420, 540), seconds: 19),
      Walk(from: (160, 470), to: (300, 420), seconds: 41),
    ],
    "floor": [
      Walk(from: (560, 262), to: (600, 258), seconds: 37),
      Walk(from: (680, 262), to: (660, 268), seconds: 29),
      Walk(from: (120, 240), to: (420, 420), seconds: 33),
      Walk(from: (700, 440), to: (430, 450), seconds: 27),
    ],
  ]

  func status(of camera: CameraLayout) -> CameraStatus {
    var status = CameraStatus(
      id: camera.id, source: "made-up://\(camera.id)", state: .streaming, sinceMilliseconds: since)
    status.people = boxes(camera.id)
    status.inView = status.people.count
    status.width = camera.width
    status.height = camera.height
    status.declaredFramesPerSecond = 10
    status.framesPerSecond = 9.9
    status.looksPerSecond = 5
    status.droppedLooks = Int((milliseconds - since) / 60_000)
    status.lastPictureMilliseconds = milliseconds - 80
    status.latencyMilliseconds = 140
    status.zones = camera.zones.map(zone)
    if camera.lines.contains(where: { $0.kind == "entrance" }) {
      status.trafficIn = MadeUpHistory.entries(today: milliseconds) + entriesSinceStart
      status.trafficOut = max(0, (status.trafficIn ?? 0) - 9)
    }
    if camera.lines.contains(where: { $0.kind == "passersby" }) {
      status.passersby = MadeUpHistory.entries(today: milliseconds) * 3
    }
    return status
  }

  private var entriesSinceStart: Int {
    Int(MadeUpHistory.number(at: milliseconds) - MadeUpHistory.number(at: since))
  }

  private func boxes(_ camera: String) -> [CameraStatus.PersonBox] {
    (Self.walks[camera] ?? []).map { walk in
      let turn = (1 - cos(Double(milliseconds) / 1000 / walk.seconds * 2 * .pi)) / 2
      let (x, y) = (
        walk.from.0 + (walk.to.0 - walk.from.0) * turn, walk.from.1 + (walk.to.1 - walk.from.1) * turn
      )
      let height = 70 + y * 0.16
      return .init(x: x - height / 6, y: y - height, width: height / 3, height: height)
    }
  }

  private func zone(_ zone: ZoneLayout) -> CameraStatus.ZoneStatus {
    let inside = boxes(zone.id == "plants" ? "door" : "floor").count {
      Self.contains(zone.polygon, $0.x + $0.width / 2, $0.y + $0.height)
    }
    let seconds = ["table": 48.0, "shelf": 21.0, "till": 134.0, "plants": 9.0]
    return .init(
      id: zone.id, kind: zone.kind, inside: inside, medianDwellSeconds: seconds[zone.id],
      visits: seconds[zone.id].map { Int($0) + MadeUpHistory.entries(today: milliseconds) / 3 } ?? 0)
  }

  private static func contains(_ polygon: [[Double]], _ x: Double, _ y: Double) -> Bool {
    var isInside = false
    for (one, other) in zip(polygon, polygon.dropFirst() + polygon.prefix(1))
    where (one[1] > y) != (other[1] > y) {
      if x < (other[0] - one[0]) * (y - one[1]) / (other[1] - one[1]) + one[0] { isInside.toggle() }
    }
    return isInside
  }
}

/// A camera that is not there.
enum MadeUpStatus {
  static func unreachable(_ camera: CameraLayout, since: Int64) -> CameraStatus {
    var status = CameraStatus(
      id: camera.id, source: "rtsp://192.0.2.7/stream1", state: .backingOff, sinceMilliseconds: since)
    status.problem = "no answer from 192.0.2.7 port 554 within 5 s"
    status.retryMilliseconds = since + 60_000
    return status
  }
}
