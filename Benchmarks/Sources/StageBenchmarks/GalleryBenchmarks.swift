#if canImport(FootfallMembers)
  import Benchmark
  import FootfallMembers

  /// Searching the gallery of a large store, on one thread.
  func registerGalleryBenchmarks() throws {
    struct Inconsistent: Error {}
    let trial = GalleryTrial(members: 100_000, seed: 5)
    guard trial.isConsistent else { throw Inconsistent() }
    var sum = 0.0
    benchmark("gallery, 100,000 members, 8 bits") { sum += trial.search() }
    benchmark("gallery, 100,000 members, exact") { sum += trial.searchAll() }
  }
#endif
