import FootfallCore
import FootfallPipeline
import FootfallStore
import FootfallWeb
import Foundation
import Logging
import Synchronization

/// What another scene file asks of the station.
private struct SceneChange {
  /// Cameras that come, go or have another source, by place.
  var cameras: [Int: LiveCamera?] = [:]
  /// Cameras with other lines, zones or thresholds.
  var scenes: Set<Int> = []
}

extension LiveDesk {
  /// Reads the scene file again, and lets what is in it count from the next pictures on.
  ///
  /// A file that can't be used changes nothing, and why is told by log, `/metrics` and layout. What was counted until then
  /// stays; only cameras of which something changed begin a new recording.
  func reload() {
    Self.sceneFile.sync { readAgain() }
  }

  private func readAgain() {
    guard let station = station.withLock(\.self) else { return }
    do {
      let path = state.withLock(\.scene.path)
      let scene = try SceneFile(contentsOfFile: path)
      let version = try SceneEdit(contentsOfFile: path).version
      let alerts = try Self.alerts(of: scene, database)
      let settings = try scene.sinks.resolved(Secrets(of: scene))
      let uniforms = try scene.uniforms()
      let change = try state.withLock { state in
        let change = try state.take(scene, uniforms, places: station.places)
        state.replaceAlerts(by: alerts)
        (state.version, state.problem) = (version, nil)
        publish(.layout(version: version), in: &state)
        return change
      }
      for case let camera? in change.cameras.values {
        let traffic = trafficToday(of: camera.id, scene)
        state.withLock { $0.arriving[camera.id] = traffic }
      }
      for (place, camera) in change.cameras { station.replace(cameraAt: place, by: camera) }
      if !change.scenes.isEmpty { station.changeScene(of: change.scenes) }
      logger.notice("\(path) was read again: \(scene.cameras.count) cameras")
      reloadSinks(settings)
    } catch {
      note(problem: error)
      logger.error("the old configuration goes on: \(error)")
    }
  }

  private func reloadSinks(_ settings: [SinkSetting]) {
    do {
      try sinks.withLock(\.self)?.reload(settings)
    } catch {
      note(problem: error)
      logger.error("the old sinks go on: \(error)")
    }
  }

  private func note(problem: any Error) {
    state.withLock { state in
      state.problem = String(describing: problem)
      publish(.layout(version: state.version), in: &state)
    }
  }
}

extension LiveDesk.State {
  /// Puts another scene into force.
  /// - Throws: where it can't be; nothing has changed then.
  fileprivate mutating func take(
    _ new: SceneFile, _ uniforms: [String: StaffUniform], places count: Int
  ) throws -> SceneChange {
    guard (new.store, new.timeZoneName) == (scene.store, scene.timeZoneName) else {
      throw CommandError(
        "\(new.path): store or timezone has changed from \(scene.store), \(scene.timeZoneName); "
          + "start footfall serve again for that", .badData)
    }
    guard new.members?.withoutPlace == scene.members?.withoutPlace else {
      throw CommandError("\(new.path): members have changed; start footfall serve again for that", .badData)
    }
    var change = SceneChange()
    let cameras = try new.liveCameras()
    for camera in cameras
    where try uniforms[camera.id] != self.uniforms[camera.id] || watches(other: new, at: camera.id) {
      if let place = places[camera.id] { change.scenes.insert(place) }
    }
    let kept = places.filter { id, _ in cameras.contains { $0.id == id } }
    var free = (0..<count).filter { !kept.values.contains($0) }[...]
    var taken = kept
    for (id, place) in places where kept[id] == nil { change.cameras[place] = .some(nil) }
    let known = try scene.liveCameras()
    for camera in cameras where !known.contains(camera) {
      guard let place = kept[camera.id] ?? free.popFirst() else {
        throw CommandError(
          "\(new.path): \(cameras.count) cameras are more than there is room for since the start, \(count); "
            + "start footfall serve again", .badData)
      }
      taken[camera.id] = place
      change.cameras[place] = camera
    }
    (scene, places, self.uniforms) = (new, taken, uniforms)
    return change
  }

  /// An alert that says what it said goes on as it is, and so does its wait.
  fileprivate mutating func replaceAlerts(by new: [LiveAlert]) {
    alerts = new.map { alert in alerts.first { $0.isSameRule(as: alert) } ?? alert }
  }

  /// Whether a camera would count otherwise by another scene; one that has shown no picture yet does not count.
  /// - Throws: ``SceneError`` where its lines and zones do not fit its picture.
  private func watches(other new: SceneFile, at camera: String) throws -> Bool {
    guard let status = board(of: camera)?.status, let width = status.width, let height = status.height else {
      return false
    }
    let size = PixelSize(width: width, height: height)
    return try new.cameraScene(id: camera, size: size) != scene.cameraScene(id: camera, size: size)
  }
}
