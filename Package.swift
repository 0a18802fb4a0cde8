// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A library of ours; `scripts/check-boundaries` holds the same table of who may import whom.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil,
  settings: [SwiftSetting] = swiftSettings
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies + ["FootfallTestSupport"], resources: resources,
    swiftSettings: settings)
}

/// Recognition of members can be left out of a build: nothing of it is compiled, and no face model can be loaded.
let hasMembers = Context.environment["FOOTFALL_WITHOUT_MEMBERS"] == nil
let membersModule: [Target.Dependency] = hasMembers ? ["FootfallMembers"] : []
let programSettings = swiftSettings + (hasMembers ? [.define("MEMBERS")] : [])
let membersTargets: [Target] =
  hasMembers
  ? [
    .target(name: "CFootfallMembers"),
    module(
      "FootfallMembers",
      [
        "FootfallCore", "FootfallProcess", "FootfallVision", "CFootfallMembers",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    tests(
      "FootfallMembers",
      [
        "FootfallCore", "FootfallVision", "FootfallMembers",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
  ] : []

let package = Package(
  name: "footfall",
  products: [
    .executable(name: "footfall", targets: ["footfall"]),
    .executable(name: "footfall-solve", targets: ["footfall-solve"]),
    .library(
      name: "FootfallKit",
      targets: [
        "FootfallCore", "FootfallTracking", "FootfallAnalytics", "FootfallVision", "FootfallPipeline",
      ]),
    // Opened on first use by commands that touch video, so that the others start without FFmpeg.
    .library(name: "FootfallVideo", type: .dynamic, targets: ["CFootfallVideo"]),
    // What Benchmarks/ measures beyond FootfallKit.
    .library(
      name: "FootfallMeasured",
      targets: ["FootfallCrowd", "FootfallRandomOutput", "FootfallStore", "FootfallExport"]
        + (hasMembers ? ["FootfallMembers"] : [])),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-async-algorithms", exact: "1.1.4"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    module("FootfallCore"),
    module("FootfallTracking", ["FootfallCore"]),
    module("FootfallAnalytics", ["FootfallCore"]),
    module("FootfallEvaluation", ["FootfallCore"]),
    module("FootfallPlanning", ["FootfallCore"]),
    module("FootfallLayout", ["FootfallCore", "FootfallAnalytics"]),

    .systemLibrary(name: "CCbc", pkgConfig: "cbc", providers: [.apt(["coinor-libcbc-dev"])]),
    module("FootfallProcess"),
    module("FootfallSolver", ["FootfallPlanning", "FootfallProcess"]),
    // A process of its own, so that what CBC does to itself it does not do to footfall.
    .executableTarget(
      name: "footfall-solve", dependencies: ["CCbc", "FootfallPlanning", "FootfallSolver"],
      swiftSettings: swiftSettings),

    .systemLibrary(name: "COpenCV", pkgConfig: "footfall-opencv", providers: [.apt(["libopencv-dev"])]),
    .systemLibrary(name: "CJPEG", pkgConfig: "libjpeg", providers: [.apt(["libjpeg-dev"])]),
    .target(
      name: "CFootfallVision", dependencies: ["COpenCV", "CJPEG"],
      cxxSettings: [.headerSearchPath("../CFootfallVideo/include")],
      linkerSettings: [.linkedLibrary("dl")]),
    // The two C++ targets share headers and not symbols: CFootfallVision opens the other one with dlopen.
    .target(
      name: "CFootfallVideo",
      cxxSettings: [
        .headerSearchPath("../CFootfallVision"), .headerSearchPath("../CFootfallVision/include"),
      ],
      linkerSettings: ["avformat", "avcodec", "swscale", "avutil", "dl"].map { .linkedLibrary($0) }),
    module("FootfallVision", ["FootfallCore", "CFootfallVision"]),
    module(
      "FootfallPipeline",
      ["FootfallCore", "FootfallTracking", "FootfallAnalytics", "FootfallVision", "FootfallProcess"]),
    module(
      "FootfallStore",
      ["FootfallCore", "FootfallAnalytics", .product(name: "GRDB", package: "GRDB.swift")]),
    module("FootfallExport", ["FootfallCore", "FootfallAnalytics", "FootfallPlanning", "FootfallLayout"]),
    // It opens libmosquitto with dlopen: commands that use no MQTT start without OpenSSL.
    .target(name: "CMosquitto", linkerSettings: [.linkedLibrary("dl")]),
    module(
      "FootfallSinks",
      [
        "FootfallCore", "FootfallProcess", "CMosquitto",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .target(
      name: "FootfallWeb",
      dependencies: [
        "FootfallCore", "FootfallEvaluation",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [.embedInCode("Assets")],
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "footfall",
      dependencies: [
        "FootfallCore", "FootfallTracking", "FootfallAnalytics", "FootfallEvaluation", "FootfallPlanning",
        "FootfallLayout", "FootfallSolver", "FootfallVision", "FootfallPipeline", "FootfallStore",
        "FootfallExport", "FootfallSinks", "FootfallWeb", "Yams",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ] + membersModule,
      exclude: hasMembers ? [] : ["Commands/Members"],
      swiftSettings: programSettings),

    .target(name: "CMallocCounter", path: "Tests/CMallocCounter"),
    .target(
      name: "FootfallCrowd",
      dependencies: ["FootfallCore", "FootfallTracking", "FootfallAnalytics", "FootfallTestSupport"],
      path: "Tests/FootfallCrowd", swiftSettings: swiftSettings),
    .target(
      name: "FootfallRandomOutput", dependencies: ["FootfallCore", "FootfallVision", "FootfallTestSupport"],
      path: "Tests/FootfallRandomOutput", swiftSettings: swiftSettings),
    // It imports FootfallCrowd alone, but holds values of the others' types: it must be compiled again with them.
    .executableTarget(
      name: "CrowdStageRunner",
      dependencies: ["FootfallCore", "FootfallTracking", "FootfallAnalytics", "FootfallCrowd"],
      path: "Tests/CrowdStageRunner", swiftSettings: swiftSettings),
    // Makes up the instances that whole-day rosters are measured with.
    .executableTarget(
      name: "RosterInstanceMaker", dependencies: ["FootfallTestSupport"], path: "Tests/RosterInstanceMaker",
      swiftSettings: swiftSettings),
    // Makes up the log that recompute is measured with.
    .executableTarget(
      name: "TrackLogMaker",
      dependencies: ["FootfallCore", "FootfallAnalytics", "FootfallStore", "FootfallTestSupport"],
      path: "Tests/TrackLogMaker", swiftSettings: swiftSettings),
    // A store that is made up, for the dashboard's tests and for looking at its pages without a camera.
    .target(
      name: "FootfallMadeUpStore", dependencies: ["FootfallWeb"], path: "Tests/FootfallMadeUpStore",
      resources: [.embedInCode("Assets")], swiftSettings: swiftSettings),
    .executableTarget(
      name: "LiveStoreDemo",
      dependencies: ["FootfallMadeUpStore", "FootfallWeb", .product(name: "Logging", package: "swift-log")],
      path: "Tests/LiveStoreDemo", swiftSettings: swiftSettings),
    .target(
      name: "FootfallTestSupport", dependencies: ["FootfallCore"], path: "Tests/FootfallTestSupport",
      swiftSettings: swiftSettings),
    tests("FootfallCore", ["FootfallCore"]),
    tests("FootfallTracking", ["FootfallCore", "FootfallTracking", "FootfallCrowd", "CMallocCounter"]),
    tests("FootfallAnalytics", ["FootfallCore", "FootfallAnalytics", "CMallocCounter"]),
    tests("FootfallEvaluation", ["FootfallCore", "FootfallEvaluation"]),
    tests("FootfallPlanning", ["FootfallCore", "FootfallPlanning", "FootfallSolver"]),
    tests("FootfallLayout", ["FootfallCore", "FootfallAnalytics", "FootfallLayout"]),
    tests("FootfallSolver", ["FootfallPlanning", "FootfallSolver"]),
    tests(
      "FootfallVision",
      ["FootfallCore", "FootfallVision", "CFootfallVision", "FootfallRandomOutput", "CMallocCounter"]),
    tests(
      "FootfallPipeline",
      [
        "FootfallCore", "FootfallTracking", "FootfallAnalytics", "FootfallPipeline", "FootfallProcess",
        "FootfallVision", "CMallocCounter",
      ]),
    tests(
      "FootfallStore",
      [
        "FootfallCore", "FootfallAnalytics", "FootfallStore", "CMallocCounter",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests(
      "FootfallExport",
      ["FootfallCore", "FootfallAnalytics", "FootfallPlanning", "FootfallLayout", "FootfallExport"]),
    tests("FootfallSinks", ["FootfallSinks", .product(name: "Logging", package: "swift-log")]),
    tests(
      "FootfallWeb",
      [
        "FootfallCore", "FootfallEvaluation", "FootfallMadeUpStore", "FootfallWeb",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    tests(
      "footfall",
      [
        "footfall", "FootfallCore", "FootfallAnalytics", "FootfallPlanning", "FootfallSinks", "FootfallStore",
        "FootfallWeb", .product(name: "Logging", package: "swift-log"),
      ] + membersModule, settings: programSettings),
  ] + membersTargets,
  cxxLanguageStandard: .cxx17
)
