internal import CFootfallVision
internal import FootfallCore

/// A network opened in the shim; used by one thread at a time.
final class Network {
  let outputCount: Int
  /// What errors are about: the model and its file.
  let subject: String
  private let handle: OpaquePointer

  convenience init(
    engine: Engine, path: String, openVINOLibrary: String, options: ff_network_options, subject: String
  ) throws(VisionError) {
    var opened: OpaquePointer?
    var options = options
    try VisionError.check(subject) { error in
      ff_network_open(
        engine == .openvino ? FF_ENGINE_OPENVINO : FF_ENGINE_OPENCV, path, openVINOLibrary, &options, &opened,
        error)
    }
    guard let opened else { throw VisionError(.internal, "\(subject): not opened") }
    self.init(opened, subject: subject)
  }

  private init(_ opened: OpaquePointer, subject: String) {
    handle = opened
    outputCount = Int(ff_network_outputs(opened))
    self.subject = subject
  }

  /// Another network of the same model with requests of its own, for another thread.
  func sharing() throws(VisionError) -> Network {
    var opened: OpaquePointer?
    try VisionError.check(subject) { error in ff_network_share(handle, &opened, error) }
    guard let opened else { throw VisionError(.internal, "\(subject): not shared") }
    return Network(opened, subject: subject)
  }

  deinit { ff_network_close(handle) }

  /// The same model for inputs of another size.
  func resized(to size: PixelSize) throws(VisionError) -> Network {
    var opened: OpaquePointer?
    try VisionError.check(subject) { error in
      ff_network_resize(handle, Int32(size.width), Int32(size.height), &opened, error)
    }
    guard let opened else { throw VisionError(.internal, "\(subject): not resized") }
    return Network(opened, subject: subject)
  }

  /// - Parameter pixels: as large as the network's input; stays as it is until the request was waited for.
  func start(_ pixels: UnsafePointer<UInt8>, request: Int) throws(VisionError) {
    try VisionError.check(subject) { error in
      ff_network_start(handle, Int32(request), pixels, error)
    }
  }

  func wait(request: Int) throws(VisionError) {
    try VisionError.check(subject) { error in ff_network_wait(handle, Int32(request), error) }
  }

  /// The shape of an output, and its values once the request was waited for.
  func output(_ index: Int, request: Int = 0) throws(VisionError) -> ff_tensor {
    var tensor = ff_tensor()
    try VisionError.check(subject) { error in
      ff_network_output(handle, Int32(request), Int32(index), &tensor, error)
    }
    return tensor
  }
}

extension ff_tensor {
  /// The dimensions without those of 1 in front, at least `count`.
  func shape(_ count: Int) -> [Int]? {
    let all = [dimensions.0, dimensions.1, dimensions.2, dimensions.3].prefix(Int(rank)).map(Int.init)
    guard all.count >= count, all.dropLast(count).allSatisfy({ $0 == 1 }) else { return nil }
    return Array(all.suffix(count))
  }

  /// How many values there are.
  var count: Int { Int(dimensions.0 * dimensions.1 * dimensions.2 * dimensions.3) }

  /// The values, as long as the network's request is not started again.
  var buffer: UnsafeBufferPointer<Float> { UnsafeBufferPointer(start: values, count: count) }
}
