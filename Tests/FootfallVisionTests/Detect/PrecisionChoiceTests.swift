import FootfallVision
import Testing

@Suite struct PrecisionChoiceTests {
  private static let all = CPUFeatures(hasAVX2: true, hasVNNI: true, hasBF16: true)
  private static let noBF16 = CPUFeatures(hasAVX2: true, hasVNNI: true, hasBF16: false)
  private static let onlyAVX2 = CPUFeatures(hasAVX2: true, hasVNNI: false, hasBF16: false)
  private static let none = CPUFeatures(hasAVX2: false, hasVNNI: false, hasBF16: false)

  private static func profile(
    _ name: String = "yolov3-tiny", change: (inout ModelProfile) -> Void = { _ in }
  ) throws -> ModelProfile {
    var profile = try DetectorFixtures.catalog().profile(named: name)
    change(&profile)
    return profile
  }

  @Test(arguments: [
    (model: "yolov3-tiny", cpu: all, precision: Precision.int8), ("yolov3-tiny", noBF16, .int8),
    ("yolov3-tiny", onlyAVX2, .int8), ("yolov3-tiny", none, .f32), ("yolox-nano", all, .bf16),
    ("yolox-nano", noBF16, .f32), ("yolox-nano", none, .f32), ("ssdlite", all, .bf16), ("hog", all, .f32),
  ])
  func theFastestThatTheCPUHasIsTaken(model: String, cpu: CPUFeatures, precision: Precision) throws {
    #expect(PrecisionChoice(for: try Self.profile(model), on: cpu).precision == precision)
  }

  @Test(arguments: [(ap50: 0.8581 as Double?, precision: Precision.int8), (0.8579, .bf16), (nil, .bf16)])
  func halfAPointOfAP50IsTheGreatestLoss(ap50: Double?, precision: Precision) throws {
    let profile = try Self.profile { profile in
      for index in profile.variants.indices where profile.variants[index].precision == .int8 {
        profile.variants[index].ap50 = ap50
      }
    }
    #expect(profile.variant(.f32)?.ap50 == 0.863)
    #expect(PrecisionChoice(for: profile, on: Self.all).precision == precision)
  }

  @Test func theReasonNamesInstructionsAndAccuracy() throws {
    let choice = PrecisionChoice(for: try Self.profile(), on: Self.all)
    #expect(
      choice.reason
        == "precision int8, because it is the fastest on this CPU (AVX2, VNNI, bf16); AP50 0.863 against 0.863 in f32"
    )
    #expect(choice.elsewhere == "a CPU with no AVX2 gets f32")
    let least = PrecisionChoice(for: try Self.profile(), on: Self.none)
    #expect(least.reason == "precision f32, because it is the fastest on this CPU (no AVX2); AP50 0.863")
    #expect(least.elsewhere == nil)
  }
}
