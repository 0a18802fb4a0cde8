internal import FootfallWeb

/// What one reader of a made-up store is told, one update at a time.
actor MadeUpUpdates {
  private let store: MadeUpStore
  private let now: @Sendable () -> Int64
  private var told: Int64
  private var heard = 0
  private var version: String
  private var turn = 0

  init(of store: MadeUpStore, version: String, now: @escaping @Sendable () -> Int64) {
    self.store = store
    self.version = version
    self.now = now
    told = MadeUpHistory.number(at: now())
  }

  /// Nil when the reader has gone.
  func next() async -> LiveUpdate? {
    try? await Task.sleep(for: .milliseconds(120))
    if Task.isCancelled { return nil }
    let news = await store.told
    if heard < news.count {
      heard += 1
      return news[heard - 1]
    }
    let layout = await store.layout()
    if layout.version != version {
      version = layout.version
      return .layout(version: version)
    }
    if told < MadeUpHistory.number(at: now()) {
      told += 1
      return .event(id: "made-up-\(told)", json: MadeUpHistory.event(number: told))
    }
    turn += 1
    let cameras = await store.cameras()
    return .camera(cameras[turn % cameras.count])
  }
}
