import CMallocCounter
import FootfallCore
import FootfallTestSupport
import Testing

@testable import FootfallStore

@Suite("Allocations of reading the track log")
struct DecodingAllocationTests {
  @Test(
    "A stretch is decoded where the one before lay",
    .enabled(if: TestBuild.isOptimized, "unoptimised code allocates"))
  func decodingAllocatesNothingAfterWarmUp() throws {
    let chunks = try TrackLogTests.coded(TrackLogTests.randomWalk(seed: 17, frames: 8192)).chunks
    var stretch = TrackLogStretch()
    for chunk in chunks { try stretch.decode(chunk) }
    let before = malloc_counter_allocations()
    for chunk in chunks { try stretch.decode(chunk) }
    #expect(malloc_counter_allocations() == before)
    #expect(stretch.frames.last?.number == 8192)
  }
}
