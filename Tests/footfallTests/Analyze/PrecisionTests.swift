import FootfallTestSupport
import FootfallVision
import Foundation
import Testing

@Suite("Precisions on the PETS 2009 clip", .enabled(if: RealFootage.isPresent("pets09-s2l1")))
struct PrecisionTests {
  private func ap50(_ run: FinishedRun) async throws -> Double {
    let scores = try await RealFootage.scores(
      "detections", of: run.bytes("detections-view.txt"), in: "pets09-s2l1")
    return try #require(scores["ap50"])
  }

  @Test(
    "A smaller precision finds as many people, and the manifest says how many",
    .enabled(if: SharedData.hasModel("openvino/libopenvino_c.so.2641")),
    arguments: [Precision.f32, .bf16, .int8])
  func accuracy(precision: Precision) async throws {
    if precision == .bf16, !CPUFeatures.current.hasBF16 {
      print("skipped: this CPU has no bf16")
      return
    }
    let exact = try await ap50(try await RealFootage.pets.value)
    let run = try await RealFootage.run("pets09-s2l1", precision: precision.rawValue)
    let found = try await ap50(run)
    #expect(try run.report().performance.precision == precision.rawValue)
    #expect(abs(found - exact) < PrecisionChoice.greatestLoss)
    let profile = try ModelCatalog(folder: SharedData.models.path).profile(named: "yolov3-tiny")
    #expect(abs(found - (try #require(profile.variant(precision)?.ap50))) < 0.002)
  }
}

@Suite("The default precision and what footfall doctor says of it")
struct DefaultPrecisionTests {
  private struct Diagnosis: Decodable {
    var precision, reason: String
    var hasAVX2, hasVNNI, hasBF16: Bool
  }

  /// Instructions that OpenVINO may use, and those that matter among them.
  private static let limits: [(limit: String, avx2: Bool, vnni: Bool, bf16: Bool)] = [
    ("SSE41", false, false, false), ("avx", false, false, false), ("AVX2", true, false, false),
    ("AVX512_CORE", true, false, false), ("avx512_core_vnni", true, true, false),
    ("AVX512_CORE_BF16", true, true, true), ("DEFAULT", true, true, true),
  ]

  @Test(
    "It follows from the instructions that OpenVINO may use",
    .enabled(if: SharedData.hasModel("openvino/libopenvino_c.so.2641")), arguments: limits.map(\.limit))
  func masked(limit: String) async throws {
    let row = try #require(Self.limits.first { $0.limit == limit })
    let outcome = try await BuiltProgram.run(
      ["doctor", "--json"], environment: RealFootage.environment.merging(["ONEDNN_MAX_CPU_ISA": limit]) { $1 }
    )
    let diagnosis = try JSONDecoder().decode(Diagnosis.self, from: Data(outcome.output.utf8))
    #expect(diagnosis.hasAVX2 == (row.avx2 && CPUFeatures.current.hasAVX2))
    #expect(diagnosis.hasVNNI == (row.vnni && CPUFeatures.current.hasVNNI))
    #expect(diagnosis.hasBF16 == (row.bf16 && CPUFeatures.current.hasBF16))
    let expected = diagnosis.hasAVX2 ? "int8" : "f32"
    #expect(diagnosis.precision == expected)
    #expect(diagnosis.reason.contains("; precision \(expected), because it is the fastest on this CPU ("))
  }

  @Test(
    "bf16 is refused where OpenVINO may not use its instructions",
    .enabled(if: SharedData.hasModel("person-yolov3-tiny-608x448.xml")))
  func refused() async throws {
    let place = try AnalyzeWorkplace()
    let environment = RealFootage.environment.merging(["ONEDNN_MAX_CPU_ISA": "AVX2"]) { $1 }
    let outcome = try await place.run(
      AnalyzeWorkplace.arguments(changing: ["--detections": nil, "--precision": "bf16"]),
      environment: environment)
    outcome.expectRefusal(69, ["model yolov3-tiny", "this CPU does not compute in bf16"])
  }

  @Test(
    "int8 runs without VNNI where it is asked for",
    .enabled(if: SharedData.hasModel("openvino/libopenvino_c.so.2641")))
  func withoutVNNI() async throws {
    let place = try AnalyzeWorkplace()
    let environment = RealFootage.environment.merging(["ONEDNN_MAX_CPU_ISA": "AVX2"]) { $1 }
    let run = try await FinishedRun(
      of: AnalyzeWorkplace.arguments(changing: ["--detections": nil, "--precision": "int8"]), in: place,
      environment: environment)
    #expect(try run.report().performance.precision == "int8")
  }

  /// From too little to start OpenVINO in to enough for everything: what is said depends on where the memory ends.
  @Test(
    "Too little memory is one line, and neither a crash nor a wait",
    .enabled(if: SharedData.hasModel("openvino/libopenvino_c.so.2641")),
    arguments: [250, 330, 360, 400, 450, 500, 550, 600, 700, 900])
  func outOfMemory(megabytes: Int) async throws {
    let place = try AnalyzeWorkplace()
    let program = try RunningProgram(
      AnalyzeWorkplace.arguments(changing: ["--detections": nil, "--precision": "int8"]),
      environment: RealFootage.environment, in: place.folder.url, kilobytes: megabytes << 10)
    let outcome = try await program.end(limit: .seconds(60))
    if outcome.status == 0 { return #expect(megabytes > 500 && place.exists("out/report.json")) }
    outcome.expectRefusal(70, ["memory"])
    #expect(megabytes < 900 && !place.exists("out"))
  }
}
