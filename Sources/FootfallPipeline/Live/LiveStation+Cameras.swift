internal import FootfallCore
internal import FootfallProcess
internal import FootfallVision

extension LiveStation {
  func supervise(_ post: CameraPost) {
    let now = ContinuousClock.now
    switch post.phase {
    case .vacant: break
    case .waiting(let moment):
      if now >= moment {
        open(post)
      } else if post.probe?.hasReturned == true {
        // It may answer before it has pictures: the next attempts are not far either.
        post.backoff.reset()
        open(post)
      }
    case .connecting(let since):
      if now - since > settings.openPatience * 1.5 { fail(post, "did not answer in time") }
    case .streaming:
      if now - post.lastSign > settings.silencePatience {
        post.phase = .stalled
        tell(post, .stalled, problem: "no picture for \(settings.silencePatience.inSeconds) s")
      }
    case .stalled:
      if now - post.lastSign > settings.silencePatience * 2 { fail(post, "no picture came any more") }
    case .frozen(let since):
      if now - since > settings.silencePatience { fail(post, "the picture did not change any more") }
    }
  }

  private func open(_ post: CameraPost) {
    guard let camera = post.camera else { return }
    post.probe = nil
    tell(post, .connecting)
    prepareCutting(for: post)
    do throws(SystemError) {
      let memories = [post.memory, post.cutMemory].compactMap { $0?.descriptor }
      post.worker = try ChildProcess(
        settings.program, settings.cameraArguments,
        in: .init(stream: .messages, files: memories, isOpen: true))
    } catch {
      return fail(post, "its process cannot be started: \(error.reason)")
    }
    post.phase = .connecting(since: .now)
    post.lastSign = .now
    var task = CameraTask(source: camera.source, settings, profile)
    task.frozenChecksum = post.frozenChecksum
    task.isCut = post.cutMemory != nil
    post.worker?.send(CameraOrder.open(task))
  }

  func fail(_ post: CameraPost, _ reason: String) {
    endStretch(of: post)
    post.dismiss()
    let pause = post.backoff.next(using: &generator)
    post.phase = .waiting(until: .now + pause)
    post.probe = post.camera.flatMap { ReturnProbe(source: $0.source) }
    tell(post, .backingOff, problem: reason, retry: pause)
  }

  private func tell(
    _ post: CameraPost, _ state: CameraCondition.State, problem: String? = nil, retry: Duration? = nil
  ) {
    listener.camera(post.place, is: CameraCondition(state: state, problem: problem, retry: retry))
  }

  func takeReports(of post: CameraPost) {
    do throws(LiveError) {
      while let report = try post.worker?.report(CameraReport.self) { take(report, from: post) }
    } catch {
      fail(post, error.description)
    }
  }

  private func take(_ report: CameraReport, from post: CameraPost) {
    post.lastSign = .now
    switch report {
    case .opened(let opening):
      endStretch(of: post)
      post.discardPictures()
      post.opening = opening
      post.openedAt = .now
      post.phase = .connecting(since: .now)
    case .picture(let picture):
      if !post.isStreaming {
        post.phase = .streaming
        post.frozenChecksum = nil
        tell(post, .streaming)
      }
      if ContinuousClock.now - post.openedAt > .seconds(10) { post.backoff.reset() }
      post.wait(picture)
    case .cut(let width, let height): show(PixelSize(width: width, height: height), of: post)
    case .frozen(let checksum):
      endStretch(of: post)
      post.discardPictures()
      post.frozenChecksum = checksum
      post.phase = .frozen(since: .now)
      tell(
        post, .stalled, problem: "the picture has not changed for \(settings.frozenPatience.inSeconds) s")
    case .alive(let frames, let missed):
      post.pulse.frames += frames
      post.drop(missed)
      listener.camera(post.place, has: post.pulse)
      post.pulse = CameraPulse()
    case .failed(let reason): fail(post, reason)
    }
  }
}
