internal import CMosquitto
internal import Foundation

/// One connection to an MQTT broker, from its opening to its end.
///
/// One thread opens it and turns its loop; others may publish. Closed with the last reference to it.
final class MosquittoClient: @unchecked Sendable {
  // @unchecked: `handle` and `library` are set once, and libmosquitto guards what is behind them; the rest is guarded by
  // `condition`.

  /// Why a connection failed, in one line.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static let keepAliveSeconds: Int32 = 30

  private let library: UnsafePointer<footfall_mosquitto>
  private let handle: OpaquePointer
  private let condition = NSCondition()
  private var answer: Int32?
  private var acknowledged: Set<Int32> = []
  private var isOver = false

  /// Begins to connect.
  /// - Parameters:
  ///   - name: of this client: who comes with the same name takes its place.
  ///   - will: what the broker publishes, retained, where the connection is lost.
  init(_ broker: MQTTBroker, name: String, will: (topic: String, text: String)) throws(Failure) {
    var reason: UnsafePointer<CChar>?
    guard let library = footfall_mosquitto_open(&reason) else {
      let text = reason.map { String(cString: $0) } ?? "unknown"
      throw Failure(description: "libmosquitto is not there (Debian's libmosquitto1): \(text)")
    }
    guard let handle = library.pointee.create(name, true, nil) else {
      throw Failure(description: "no memory for a connection")
    }
    self.library = library
    self.handle = handle
    try connect(to: broker, will: will)
  }

  deinit { library.pointee.destroy(handle) }

  private func connect(to broker: MQTTBroker, will: (topic: String, text: String)) throws(Failure) {
    let functions = library.pointee
    try check(functions.threaded_set(handle, true))
    if let user = broker.user { try check(functions.username_pw_set(handle, user, broker.password)) }
    if broker.isSecure {
      let folder = broker.authority == nil ? "/etc/ssl/certs" : nil
      try check(functions.tls_set(handle, broker.authority, folder, nil, nil, nil))
    }
    try check(
      functions.will_set(handle, will.topic, Int32(will.text.utf8.count), will.text, 1, true))
    functions.connect_callback_set(handle) { _, object, code in
      MosquittoClient.of(object)?.connected(code)
    }
    functions.publish_callback_set(handle) { _, object, number in
      MosquittoClient.of(object)?.published(number)
    }
    functions.user_data_set(handle, Unmanaged.passUnretained(self).toOpaque())
    let code = functions.connect_async(
      handle, broker.host, Int32(broker.port), Self.keepAliveSeconds)
    guard code == MOSQ_ERR_SUCCESS.rawValue else {
      throw Failure(description: "cannot reach \(broker.host) port \(broker.port): \(text(of: code))")
    }
  }

  /// The object that a callback belongs to; the loop, which calls back, is turned only while it lives.
  private static func of(_ object: UnsafeMutableRawPointer?) -> MosquittoClient? {
    object.map { Unmanaged<MosquittoClient>.fromOpaque($0).takeUnretainedValue() }
  }

  private func connected(_ code: Int32) {
    condition.withLock { answer = code }
  }

  private func published(_ number: Int32) {
    condition.withLock {
      acknowledged.insert(number)
      condition.broadcast()
    }
  }

  private func check(_ code: Int32) throws(Failure) {
    guard code != MOSQ_ERR_SUCCESS.rawValue else { return }
    throw Failure(description: text(of: code))
  }

  private func text(of code: Int32) -> String {
    if code == MOSQ_ERR_ERRNO.rawValue { return String(cString: strerror(errno)).lowercased() }
    return Self.words(library.pointee.strerror(code))
  }

  private static func words(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0).lowercased() } ?? "unknown"
  }
}

extension MosquittoClient {
  /// Whether the broker has let this client in.
  /// - Throws: where it has refused to.
  func isConnected() throws(Failure) -> Bool {
    guard let code = condition.withLock({ answer }) else { return false }
    guard code == 0 else {
      throw Failure(
        description: "refused by the broker: \(Self.words(library.pointee.connack_string(code)))")
    }
    return true
  }

  /// Reads and writes for up to `milliseconds`.
  /// - Throws: where the connection is over.
  func turn(milliseconds: Int32) throws(Failure) {
    let code = library.pointee.loop(handle, milliseconds, 1)
    guard code != MOSQ_ERR_SUCCESS.rawValue else { return }
    // A broker that refuses says why before it hangs up.
    _ = try isConnected()
    throw Failure(description: "the connection is lost: \(text(of: code))")
  }

  /// Publishes with quality 1.
  /// - Returns: the number by which it will be acknowledged.
  @discardableResult
  func publish(_ text: String, to topic: String, isRetained: Bool) throws(Failure) -> Int32 {
    var number: Int32 = 0
    try check(
      library.pointee.publish(handle, &number, topic, Int32(text.utf8.count), text, 1, isRetained))
    return number
  }

  /// Publishes in order and waits for the broker to acknowledge all of it; not on the thread of the loop.
  func deliver(_ texts: [(text: String, topic: String)], within limit: TimeInterval) throws(Failure) {
    condition.withLock { acknowledged.removeAll() }
    var numbers: Set<Int32> = []
    for (text, topic) in texts { numbers.insert(try publish(text, to: topic, isRetained: false)) }
    let deadline = Date() + limit
    let isDone = condition.withLock {
      while !isOver, !numbers.isSubset(of: acknowledged), condition.wait(until: deadline) {}
      return numbers.isSubset(of: acknowledged)
    }
    if !isDone { throw Failure(description: "the broker has not acknowledged in time") }
  }

  /// Makes whoever waits for an acknowledgement give up.
  func giveUp() {
    condition.withLock {
      isOver = true
      condition.broadcast()
    }
  }

  /// Says goodbye, after which the broker does not publish the will.
  func disconnect() {
    _ = library.pointee.disconnect(handle)
    // What was published before goes out first.
    var turns = 10
    while turns > 0, library.pointee.loop(handle, 20, 1) == MOSQ_ERR_SUCCESS.rawValue { turns -= 1 }
  }
}
