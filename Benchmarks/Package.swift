// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the program's builds do not pay for it. Run with scripts/bench.
let package = Package(
  name: "footfall-benchmarks",
  dependencies: [
    .package(name: "footfall", path: ".."),
    .package(url: "https://github.com/google/swift-benchmark", exact: "0.1.2"),
  ],
  targets: [
    .executableTarget(
      name: "StageBenchmarks",
      dependencies: [
        .product(name: "FootfallKit", package: "footfall"),
        .product(name: "FootfallMeasured", package: "footfall"),
        .product(name: "Benchmark", package: "swift-benchmark"),
      ])
  ]
)
