internal import FootfallCore
internal import FootfallProcess

extension LiveStation {
  func superviseDetector() {
    let now = ContinuousClock.now
    switch detector.phase {
    case .waiting(let moment):
      guard now >= moment else { return }
      listener.detector(.starting)
      if let reason = detector.start(settings) { failDetector(reason) }
    case .starting(let since):
      if now - since > .seconds(60) { failDetector("was not ready within a minute") }
    case .ready:
      if let oldest = detector.oldestOrder, now - oldest > .seconds(10) {
        failDetector("gave no answer for 10 s")
      }
    }
  }

  private func failDetector(_ reason: String) {
    detector.dismiss()
    detector.phase = .waiting(until: .now + detector.backoff.next(using: &generator))
    for post in posts where post.hasLook {
      if let picture = post.looking {
        post.drop(1)
        post.release(picture)
      }
      (post.looking, post.hasLook) = (nil, false)
    }
    for post in posts { post.hurry(false) }
    listener.detector(.failed(reason: reason))
  }

  func takeAnswers() {
    do throws(LiveError) {
      while let report = try detector.process?.report(DetectorReport.self) {
        switch report {
        case .opened(let engine, let precision):
          detector.phase = .ready
          for post in posts { post.forgetDrops() }
          listener.detector(.ready(engine: engine, precision: precision))
        case .people(let answer): take(answer)
        case .failed(let reason): failDetector(reason)
        }
      }
    } catch {
      failDetector(error.description)
    }
  }

  /// The cameras whose turn was longest ago come first.
  func orderLooks() {
    guard case .ready = detector.phase else { return }
    for post in posts.sorted(by: { $0.lastTurn < $1.lastTurn }) {
      guard detector.orders.count < DetectorPost.mostOrders else { return }
      guard !post.hasLook, let picture = post.waiting, let opening = post.opening else { continue }
      post.waiting = nil
      post.looking = picture
      post.hasLook = true
      post.lastTurn = .now
      detector.orders.append(.now)
      detector.process?.send(
        DetectorOrder.look(
          LookOrder(
            camera: post.place, slot: picture.slot, contentWidth: picture.contentWidth,
            contentHeight: picture.contentHeight, width: opening.width, height: opening.height)))
    }
  }

  private func take(_ answer: LookAnswer) {
    if !detector.orders.isEmpty { detector.orders.removeFirst() }
    detector.backoff.reset()
    guard posts.indices.contains(answer.camera) else { return }
    let post = posts[answer.camera]
    post.hasLook = false
    guard let picture = post.looking else { return }
    post.looking = nil
    post.pulse.looks += 1
    follow(answer.people, in: picture, of: post)
    post.release(picture)
    post.hurry(post.stretch?.analysis.isUrgent == true && hasTime)
  }

  /// Whether no camera has lacked looks lately, so that one may have more of them than usual.
  private var hasTime: Bool {
    let moment = ContinuousClock.now - Self.restAfterDrops
    return !posts.contains { $0.hasLackedLooks(since: moment) }
  }

  /// Long enough for a busy minute to show.
  private static let restAfterDrops = Duration.seconds(20)
}
