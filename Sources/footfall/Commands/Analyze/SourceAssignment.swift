import FootfallCore
import Foundation

/// Which footage belongs to which camera, as the command line or the scene file says it.
struct SourceAssignment: Equatable {
  /// The camera's id.
  var camera: String
  /// What follows each other in time, at least one.
  var paths: [String]

  /// Reads arguments of the forms `PATH` (the scene's only camera) and `CAMERA=PATH`; without arguments the sources
  /// of the scene file hold.
  /// - Returns: cameras in the order in which they are first named.
  /// - Throws: ``CommandError`` and ``SceneError`` for an unknown camera, a mixture of both forms, or no source.
  static func assignments(_ arguments: [String], scene: SceneFile) throws -> [SourceAssignment] {
    if arguments.isEmpty { return try fromScene(scene) }
    let named = arguments.map { split($0) }
    for (argument, part) in zip(arguments, named) where part.path.isEmpty {
      throw CommandError("source '\(argument)': has no path; write PATH or CAMERA=PATH", .usage)
    }
    if named.allSatisfy({ $0.camera == nil }) {
      return [SourceAssignment(camera: try scene.camera(id: nil).id.value, paths: arguments)]
    }
    var assignments: [SourceAssignment] = []
    for (argument, part) in zip(arguments, named) {
      guard let id = part.camera else {
        throw CommandError(
          "source \(SourceAddress.withoutCredentials(argument)): other sources name their camera; write every one as CAMERA=PATH",
          .usage)
      }
      let camera = try scene.camera(id: id).id.value
      if let index = assignments.firstIndex(where: { $0.camera == camera }) {
        assignments[index].paths.append(part.path)
      } else {
        assignments.append(SourceAssignment(camera: camera, paths: [part.path]))
      }
    }
    return assignments
  }

  private static func fromScene(_ scene: SceneFile) throws -> [SourceAssignment] {
    let assignments = try scene.cameras.compactMap { camera in
      try scene.source(of: camera).map { SourceAssignment(camera: camera.id.value, paths: [$0]) }
    }
    guard !assignments.isEmpty else {
      throw CommandError(
        "no source: name a video on the command line, or give a camera of \(scene.path) a 'source'", .usage)
    }
    let without = scene.cameras.filter { $0.source == nil }.map(\.id.value)
    guard without.isEmpty else {
      throw CommandError(
        "no source for \(without.joined(separator: ", ")): give each camera of \(scene.path) a 'source', "
          + "or name the sources wanted as CAMERA=PATH", .usage)
    }
    return assignments
  }

  /// `CAMERA=PATH` unless a file of the whole name is there; a path may hold `=` too.
  private static func split(_ argument: String) -> (camera: String?, path: String) {
    guard let equals = argument.firstIndex(of: "="), !argument[..<equals].contains("/"),
      !FileManager.default.fileExists(atPath: argument)
    else {
      return (nil, argument)
    }
    return (String(argument[..<equals]), String(argument[argument.index(after: equals)...]))
  }
}
