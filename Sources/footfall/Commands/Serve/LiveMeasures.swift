import FootfallPipeline
import FootfallWeb

/// The numbers of a running store for Prometheus.
struct LiveMeasures {
  private(set) var all: [Measure] = []

  init(_ state: LiveDesk.State, keeper: RecordingKeeper, sinks: [StoreStatus.SinkStatus]) {
    for camera in state.cameras {
      let status = camera.status
      func add(_ name: String, _ kind: Measure.Kind, _ help: String, _ value: Double?) {
        guard let value else { return }
        all.append(
          Measure(
            name: "footfall_camera_\(name)", kind: kind, help: help, labels: ["camera": status.id],
            value: value))
      }
      add("up", .gauge, "1 where the camera streams.", status.state == .streaming ? 1 : 0)
      add("frames_total", .counter, "Frames decoded.", Double(camera.frames))
      add("looks_total", .counter, "Pictures that the detector looked at.", Double(camera.looks))
      add(
        "dropped_looks_total", .counter, "Pictures that were due for a look and got none.",
        Double(status.droppedLooks))
      add("restarts_total", .counter, "Times that the camera was opened anew.", Double(status.restarts))
      add(
        "latency_seconds_sum", .counter, "From arrival to people known, all looks together.",
        camera.latencySum)
      add(
        "people_in_view", .gauge, "People in view; missing where the camera sees nothing.",
        status.inView.map(Double.init))
      add(
        "traffic_in_today", .gauge, "People in since the store's midnight.", status.trafficIn.map(Double.init)
      )
      add(
        "traffic_out_today", .gauge, "People out since the store's midnight.",
        status.trafficOut.map(Double.init))
    }
    if let occupancy = state.occupancy {
      all.append(
        Measure(
          name: "footfall_store_people_inside", kind: .gauge, help: "People in the store by its doors.",
          labels: ["store": state.scene.store], value: occupancy.mean))
    }
    for alert in state.alerts { self.add(alert.status(in: state.scene)) }
    for sink in sinks { self.add(sink) }
    let counts = keeper.eventCounts
    func add(_ name: String, _ kind: Measure.Kind, _ help: String, _ value: Double) {
      all.append(Measure(name: "footfall_\(name)", kind: kind, help: help, value: value))
    }
    let isReady = if case .ready = state.detector { 1.0 } else { 0.0 }
    add(
      "configuration_up", .gauge, "1 where the scene file as it is now is in force.",
      state.problem == nil ? 1 : 0)
    add("detector_up", .gauge, "1 where the detector is ready.", isReady)
    add("database_up", .gauge, "1 where the database takes what is found.", keeper.problem == nil ? 1 : 0)
    add("database_waiting_events", .gauge, "Events that wait to be written.", Double(counts.waiting))
    add("database_lost_events_total", .counter, "Events given up for want of memory.", Double(counts.lost))
  }

  private mutating func add(_ alert: StoreStatus.AlertStatus) {
    all.append(
      Measure(
        name: "footfall_alert_raised", kind: .gauge, help: "1 where the alert is on.",
        labels: ["alert": alert.id], value: alert.isRaised ? 1 : 0))
  }

  private mutating func add(_ sink: StoreStatus.SinkStatus) {
    func add(_ name: String, _ kind: Measure.Kind, _ help: String, _ value: Double) {
      all.append(
        Measure(
          name: "footfall_sink_\(name)", kind: kind, help: help, labels: ["sink": sink.id], value: value))
    }
    let age = sink.oldestMilliseconds.map { Double(SystemTime.milliseconds() - $0) / 1000 } ?? 0
    add("up", .gauge, "1 where the last attempt to deliver did not fail.", sink.problem == nil ? 1 : 0)
    add("waiting_messages", .gauge, "Events and alerts that it has not taken.", Double(sink.waiting))
    add("lag_seconds", .gauge, "How long the oldest of them has waited.", max(0, age))
    add("delivered_total", .counter, "Events and alerts that it has taken.", Double(sink.delivered))
    add("failures_total", .counter, "Attempts that failed.", Double(sink.failures))
    add("given_up_total", .counter, "Events and alerts that were given up.", Double(sink.givenUp))
  }
}
