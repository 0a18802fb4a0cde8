internal import FootfallCore
internal import Foundation

/// The networks of one model for the whole of a detector's input and for parts of it, each opened when first needed
/// and kept once for all detectors.
final class NetworkFamily: @unchecked Sendable {
  // @unchecked: `opened` is only touched with `lock` held.

  /// A network with requests of its own, and how to read it; used by one thread at a time.
  struct Member {
    var network: Network
    var decoder: OutputDecoder
  }

  /// Whether parts of the input can be looked at.
  let hasParts: Bool
  private let whole: Network
  private let profile: ModelProfile
  private let lock = NSLock()
  private var opened: [PixelSize: Network] = [:]

  /// - Parameter whole: for the whole input.
  init(_ whole: Network, profile: ModelProfile, hasParts: Bool) {
    self.whole = whole
    self.profile = profile
    self.hasParts = hasParts
  }

  /// A network for parts of this size.
  /// - Throws: ``VisionError`` where the model can't be given this size or its outputs are not what the profile says.
  func member(for size: PixelSize) throws(VisionError) -> Member {
    lock.lock()
    defer { lock.unlock() }
    let network: Network
    if let opened = opened[size] {
      network = try opened.sharing()
    } else {
      network = size == profile.inputSize ? whole : try whole.resized(to: size)
      opened[size] = network
    }
    var part = profile
    part.inputSize = size
    return Member(network: network, decoder: try OutputDecoder(part, network: network))
  }
}
