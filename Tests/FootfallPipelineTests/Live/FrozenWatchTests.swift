import FootfallTestSupport
import Testing

@testable import FootfallPipeline

@Suite("A picture that does not change")
struct FrozenWatchTests {
  /// Whether each of the pictures that come, one a second, is frozen.
  private func frozen(_ pictures: [UInt64], known: UInt64? = nil, start: Int64 = 0) -> [Bool] {
    var watch = FrozenWatch(patience: .seconds(3), known: known)
    return pictures.enumerated().map { watch.observe($1, at: (start + Int64($0)) * 1_000_000_000) }
  }

  @Test("is frozen once it has been the same for as long as it may, and no longer when it changes")
  func patience() {
    #expect(
      frozen([7, 7, 7, 7, 7, 8, 8, 8, 8]) == [false, false, false, true, true, false, false, false, true])
  }

  @Test("is never frozen where it changes now and then")
  func changing() { #expect(!frozen((0..<100).map { UInt64($0 / 3) }).contains(true)) }

  @Test(
    "is frozen at once where it was before, until it is another one", arguments: [0, 5_000_000] as [Int64])
  func known(start: Int64) {
    #expect(frozen([7, 7, 9, 7, 7], known: 7, start: start) == [true, true, false, false, false])
    #expect(frozen([9, 7, 7], known: 7, start: start) == [false, false, false])
  }

  @Test("its checksum tells apart pictures that differ in a single bit")
  func checksum() {
    var generator = SeededGenerator(seed: 5)
    var bytes = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &generator) }
    var seen: Set<UInt64> = [bytes.withUnsafeBytes(PictureChecksum.of)]
    for _ in 0..<500 {
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^=
        1 << UInt8.random(in: 0..<8, using: &generator)
      let (isNew, _) = seen.insert(bytes.withUnsafeBytes(PictureChecksum.of))
      #expect(isNew)
    }
  }
}
