internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore

/// A request's surroundings, with the address of who sent it.
struct LiveContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The address without its port; empty where there is none.
  let address: String

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    address = source.channel.remoteAddress?.ipAddress ?? ""
  }
}
