import CFootfallVision
import FootfallTestSupport
import Foundation
import Testing

/// Every refusal of the shim's networks, asked for on purpose.
@Suite struct NetworkShimTests {
  private struct Answer: Equatable {
    var status: ff_status
    var message: String
  }

  private static let library = DetectorFixtures.modelsFolder + "/" + DetectorFixtures.openVINO
  private static let model = DetectorFixtures.modelsFolder + "/" + DetectorFixtures.yolov3
  private static let options = ff_network_options(
    width: 608, height: 448, scale: 1 / 255, offset: 0, swap_red_blue: 1, precision: FF_PRECISION_F32,
    threads: 1, streams: 2, requests: 2, any_size: 0)

  private static func opened(_ engine: ff_engine) throws -> OpaquePointer {
    var options = options
    var opened: OpaquePointer?
    try #require(ff_network_open(engine, model, library, &options, &opened, nil) == FF_OK)
    return try #require(opened)
  }

  private static func answer(_ call: (UnsafeMutablePointer<ff_error>) -> ff_status) -> Answer {
    var error = ff_error()
    let status = call(&error)
    let message = withUnsafeBytes(of: &error.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    return Answer(status: status, message: message)
  }

  /// Opens a network, closes it at once and returns what was answered.
  private static func opening(
    _ engine: ff_engine, _ model: String, library: String = Self.library,
    options: ff_network_options = Self.options
  ) -> Answer {
    var options = options
    var network: OpaquePointer?
    let answer = answer { ff_network_open(engine, model, library, &options, &network, $0) }
    #expect((network == nil) == (answer.status != FF_OK))
    ff_network_close(network)
    return answer
  }

  private static func changed(_ change: (inout ff_network_options) -> Void) -> ff_network_options {
    var options = Self.options
    change(&options)
    return options
  }

  @Test func optionsOutsideTheirRangeAreRefused() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("abc", to: "model.onnx").path
    let wrong: [ff_network_options] = [
      Self.changed { $0.width = 0 }, Self.changed { $0.height = -1 }, Self.changed { $0.width = 8193 },
      Self.changed { $0.threads = 0 }, Self.changed { $0.streams = 0 }, Self.changed { $0.requests = 0 },
      Self.changed { $0.requests = 17 },
      Self.changed { $0.scale = 0 }, Self.changed { $0.scale = .nan },
    ]
    for options in wrong {
      let answer = Self.opening(FF_ENGINE_OPENCV, file, options: options)
      #expect(answer.status == FF_BAD_ARGUMENT, "\(options)")
      #expect(answer.message.isEmpty == false)
    }
    #expect(Self.opening(ff_engine(rawValue: 9), file).status == FF_BAD_ARGUMENT)
    #expect(
      Self.answer { ff_network_open(FF_ENGINE_OPENCV, file, nil, nil, nil, $0) }.status == FF_BAD_ARGUMENT)
  }

  @Test(arguments: [FF_ENGINE_OPENCV.rawValue, FF_ENGINE_OPENVINO.rawValue])
  func anAbsentModelIsNoInput(engine: UInt32) {
    #expect(Self.opening(ff_engine(rawValue: engine), "/nowhere.onnx").status == FF_NO_INPUT)
  }

  @Test func aCorruptModelIsBadDataToOpenCV() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("this is no network", to: "model.onnx").path
    let answer = Self.opening(FF_ENGINE_OPENCV, file)
    #expect(answer.status == FF_BAD_DATA)
    #expect(answer.message.hasPrefix("OpenCV cannot run the model: "))
  }

  @Test(.enabled(if: SharedData.hasModel(DetectorFixtures.openVINO)))
  func aCorruptModelIsBadDataToOpenVINO() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("this is no network", to: "model.onnx").path
    let answer = Self.opening(FF_ENGINE_OPENVINO, file)
    #expect(answer.status == FF_BAD_DATA)
    #expect(answer.message.hasPrefix("OpenVINO cannot read the model: "))
    #expect(answer.message.contains("\n") == false)
  }

  @Test(
    .enabled(if: DetectorFixtures.hasBothEngines),
    arguments: [
      FF_ENGINE_OPENCV.rawValue, FF_ENGINE_OPENVINO.rawValue,
    ])
  func aModelCutInHalfIsBadData(engine: UInt32) throws {
    let folder = try TemporaryFolder()
    let whole = try Data(contentsOf: URL(fileURLWithPath: Self.model))
    let half = folder.url.appendingPathComponent("half.onnx")
    try whole.prefix(whole.count / 2).write(to: half)
    #expect(Self.opening(ff_engine(rawValue: engine), half.path).status == FF_BAD_DATA)
  }

  @Test(.enabled(if: DetectorFixtures.hasBothEngines))
  func anInputThatTheModelDoesNotFitIsBadData() {
    // Not a multiple of the strides: the upsampled grid cannot be joined with the finer one.
    let options = Self.changed { $0.width = 601 }
    #expect(Self.opening(FF_ENGINE_OPENCV, Self.model, options: options).status == FF_BAD_DATA)
    #expect(Self.opening(FF_ENGINE_OPENVINO, Self.model, options: options).status == FF_BAD_DATA)
  }

  @Test func anAbsentOpenVINOIsUnavailableAndNamesThePath() {
    let path = "/nowhere/libopenvino_c.so.2641"
    var report = ff_openvino_report()
    for answer in [
      Self.answer { ff_openvino_check(path, $0) }, Self.answer { ff_openvino_probe(path, &report, $0) },
      Self.opening(
        FF_ENGINE_OPENVINO, SharedData.packageRoot.appendingPathComponent("LICENSE").path, library: path),
    ] {
      #expect(answer.status == FF_UNAVAILABLE)
      #expect(answer.message.contains(path))
    }
  }

  @Test func anotherLibraryIsUnavailableAndNamesWhatIsMissing() {
    let answer = Self.answer { ff_openvino_check("libm.so.6", $0) }
    #expect(answer.status == FF_UNAVAILABLE)
    #expect(answer.message.contains("libm.so.6: no function ov_"))
    #expect(Self.answer { ff_openvino_check(nil, $0) }.status == FF_BAD_ARGUMENT)
  }

  @Test(.enabled(if: SharedData.hasModel(DetectorFixtures.yolov3)))
  func openCVHasNoBF16() {
    let answer = Self.opening(
      FF_ENGINE_OPENCV, Self.model, options: Self.changed { $0.precision = FF_PRECISION_BF16 })
    #expect(answer == Answer(status: FF_UNAVAILABLE, message: "OpenCV computes in f32 only"))
  }

  @Test(
    .enabled(if: DetectorFixtures.hasBothEngines),
    arguments: [
      FF_ENGINE_OPENCV.rawValue, FF_ENGINE_OPENVINO.rawValue,
    ])
  func requestsKeepTheirOrder(engine: UInt32) throws {
    let opened: OpaquePointer? = try Self.opened(ff_engine(rawValue: engine))
    let network = try #require(opened)
    let input = [UInt8](repeating: 9, count: 608 * 448 * 3)
    var tensor = ff_tensor()
    input.withUnsafeBufferPointer { pixels in
      let pixels = pixels.baseAddress
      #expect(ff_network_outputs(network) == 2)
      #expect(
        Self.answer { ff_network_wait(network, 0, $0) }.message == "network: the request was not started")
      #expect(Self.answer { ff_network_start(network, 0, nil, $0) }.status == FF_BAD_ARGUMENT)
      #expect(Self.answer { ff_network_start(network, 2, pixels, $0) }.status == FF_BAD_ARGUMENT)
      #expect(Self.answer { ff_network_start(network, -1, pixels, $0) }.status == FF_BAD_ARGUMENT)
      #expect(ff_network_start(network, 0, pixels, nil) == FF_OK)
      #expect(
        Self.answer { ff_network_start(network, 0, pixels, $0) }.message == "network: the request is running")
      #expect(ff_network_output(network, 0, 0, &tensor, nil) == FF_BAD_ARGUMENT)
      #expect(ff_network_wait(network, 0, nil) == FF_OK)
      #expect(ff_network_output(network, 0, 2, &tensor, nil) == FF_BAD_ARGUMENT)
      #expect(ff_network_output(network, 0, 0, nil, nil) == FF_BAD_ARGUMENT)
      #expect(ff_network_output(network, 0, 1, &tensor, nil) == FF_OK)
      #expect(tensor.rank == 4 && tensor.dimensions.1 == 18)
      // Closed while it runs: the close waits for what still reads the input.
      #expect(ff_network_start(network, 1, pixels, nil) == FF_OK)
      ff_network_close(network)
    }
    ff_network_close(nil)
    #expect(ff_network_outputs(nil) == 0)
    #expect(ff_network_start(nil, 0, nil, nil) == FF_BAD_ARGUMENT)
  }

  @Test(
    .enabled(if: DetectorFixtures.hasBothEngines),
    arguments: [
      FF_ENGINE_OPENCV.rawValue, FF_ENGINE_OPENVINO.rawValue,
    ])
  func sharingAndResizingRefuseWhatMakesNoSense(engine: UInt32) throws {
    let opened: OpaquePointer? = try Self.opened(ff_engine(rawValue: engine))
    var other: OpaquePointer?
    #expect(Self.answer { ff_network_share(opened, nil, $0) }.status == FF_BAD_ARGUMENT)
    #expect(Self.answer { ff_network_share(nil, &other, $0) }.message == "network: nothing to share")
    #expect(Self.answer { ff_network_resize(opened, 320, 224, nil, $0) }.status == FF_BAD_ARGUMENT)
    #expect(
      Self.answer { ff_network_resize(nil, 320, 224, &other, $0) }.message == "network: nothing to resize")
    for (width, height) in [(0, 224), (320, 0), (-1, 224), (320, 8193)] as [(Int32, Int32)] {
      let answer = Self.answer { ff_network_resize(opened, width, height, &other, $0) }
      #expect(answer.status == FF_BAD_ARGUMENT, "\(width)x\(height)")
      #expect(answer.message.contains("1 to 8192"))
    }
    #expect(other == nil)
    ff_network_close(opened)
  }

  @Test(.enabled(if: DetectorFixtures.hasBothEngines))
  func aNetworkOfOpenCVHasOneSize() throws {
    var options = Self.options
    var (opened, resized): (OpaquePointer?, OpaquePointer?)
    try #require(ff_network_open(FF_ENGINE_OPENCV, Self.model, nil, &options, &opened, nil) == FF_OK)
    let answer = Self.answer { ff_network_resize(opened, 320, 224, &resized, $0) }
    #expect(answer == Answer(status: FF_UNAVAILABLE, message: "OpenCV keeps a network of one size"))
    #expect(resized == nil)
    ff_network_close(opened)
  }

  @Test(.enabled(if: DetectorFixtures.hasBothEngines))
  func aNetworkOpenedForOneSizeKeepsIt() throws {
    let opened: OpaquePointer? = try Self.opened(FF_ENGINE_OPENVINO)
    var resized: OpaquePointer?
    let answer = Self.answer { ff_network_resize(opened, 320, 224, &resized, $0) }
    #expect(answer == Answer(status: FF_BAD_ARGUMENT, message: "network: opened for one size"))
    #expect(resized == nil)
    ff_network_close(opened)
  }

  @Test(.enabled(if: DetectorFixtures.hasBothEngines))
  func aSizeThatDoesNotFitLeavesTheNetworkAsItWas() throws {
    var options = Self.changed { $0.any_size = 1 }
    var (opened, resized): (OpaquePointer?, OpaquePointer?)
    try #require(
      ff_network_open(FF_ENGINE_OPENVINO, Self.model, Self.library, &options, &opened, nil) == FF_OK)
    #expect(Self.answer { ff_network_resize(opened, 601, 448, &resized, $0) }.status == FF_BAD_DATA)
    #expect(resized == nil)
    #expect(ff_network_resize(opened, 320, 224, &resized, nil) == FF_OK)
    var (whole, part) = (ff_tensor(), ff_tensor())
    #expect(ff_network_output(opened, 0, 0, &whole, nil) == FF_OK)
    #expect(ff_network_output(resized, 0, 0, &part, nil) == FF_OK)
    #expect(whole.dimensions.2 * whole.dimensions.3 > 3 * part.dimensions.2 * part.dimensions.3)
    // In any order.
    ff_network_close(opened)
    ff_network_close(resized)
  }
}
