internal import Foundation

extension ListenAddress {
  /// Whether a server may listen there, by listening for a moment.
  /// - Throws: ``WebError`` with what the system says, such as that the port is in use.
  public func check() throws(WebError) {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_PASSIVE
    var list: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, String(port), &hints, &list)
    guard code == 0, let entry = list?.pointee else {
      throw WebError("cannot listen at \(self): \(String(cString: gai_strerror(code)).lowercased())")
    }
    defer { freeaddrinfo(list) }
    let descriptor = socket(entry.ai_family, entry.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    // As the server does, so that a port just left by another one is free.
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard bind(descriptor, entry.ai_addr, entry.ai_addrlen) == 0, listen(descriptor, 1) == 0 else {
      throw failure()
    }
  }

  private func failure() -> WebError { WebError(cannotListenAt: self, code: errno) }
}
