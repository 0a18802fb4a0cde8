import Testing

/// What the tests read of a `report.json`, declared here anew so that they read it as other programs do.
struct AnalyzedReport: Decodable {
  struct Camera: Decodable {
    struct Crossing: Decodable {
      var time: String
      var mediaSeconds: Double
      var frame: Int
      var direction: String
      var track: Int
    }
    struct Line: Decodable {
      var id: String
      var `in`: Int
      var out: Int
      var crossings: [Crossing]
    }
    struct Visit: Decodable {
      var enterSeconds: Double
      var exitSeconds: Double
      var dwellSeconds: Double
    }
    struct Zone: Decodable {
      var id: String
      var visitors: Int
      var visits: [Visit]
      var personSeconds: Double
    }
    var id: String
    var source: String
    var width: Int
    var height: Int
    var frames: Int
    var framesPerSecond: Double
    var start: String
    var end: String
    var coverage: Double
    var people: Int
    var lines: [Line]
    var zones: [Zone]
  }
  struct Performance: Decodable {
    var startSeconds: Double
    var wallSeconds: Double
    var finishSeconds: Double
    var detectorRuns: Int
    var engine: String?
    var precision: String?
    var model: String?
  }
  var cameras: [Camera]
  var performance: Performance

  func line(_ id: String) throws -> Camera.Line {
    try #require(cameras.flatMap(\.lines).first { $0.id == id })
  }

  func zone(_ id: String) throws -> Camera.Zone {
    try #require(cameras.flatMap(\.zones).first { $0.id == id })
  }
}
