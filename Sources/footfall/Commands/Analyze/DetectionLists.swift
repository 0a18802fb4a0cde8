import FootfallCore
import FootfallEvaluation

/// The people that were detected before, by camera: what `--detections` names.
struct DetectionLists {
  private var lists: [String: [Int: [Detection]]] = [:]

  /// Reads `FILE`, for the only camera of a run, or `CAMERA=FILE` for each.
  /// - Parameter cameras: the cameras of the run.
  /// - Throws: ``CommandError`` for a file that can't be read, or a camera without a list or with two.
  init(_ arguments: [String], cameras: [String]) throws {
    for argument in arguments {
      let (camera, path) = try Self.split(argument, cameras: cameras)
      guard lists[camera] == nil else {
        throw CommandError("--detections \(argument): camera \(camera) has a list already; one each", .usage)
      }
      lists[camera] = try Self.list(at: path)
    }
    if let camera = cameras.first(where: { lists[$0] == nil }) {
      throw CommandError(
        "--detections: camera \(camera) has no list; write CAMERA=FILE for each camera", .usage)
    }
  }

  /// The people of a camera by frame number, from 1.
  subscript(camera: String) -> [Int: [Detection]] { lists[camera] ?? [:] }

  private static func split(_ argument: String, cameras: [String]) throws -> (camera: String, path: String) {
    for camera in cameras where argument.hasPrefix(camera + "=") {
      return (camera, String(argument.dropFirst(camera.count + 1)))
    }
    guard let camera = cameras.first, cameras.count == 1 else {
      let known = cameras.joined(separator: ", ")
      throw CommandError(
        "--detections \(argument): which camera's? write CAMERA=FILE; cameras: \(known)", .usage)
    }
    return (camera, argument)
  }

  private static func list(at path: String) throws -> [Int: [Detection]] {
    let rows = try EvaluationInput.rows(at: path, ids: .unused, scores: 0...1, what: "detections")
    return Dictionary(grouping: rows, by: \.frame).mapValues { rows in
      rows.map { Detection(box: $0.box, score: $0.score) }
    }
  }
}
