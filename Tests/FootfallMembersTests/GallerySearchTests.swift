import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallMembers

struct GallerySearchTests {
  /// The two most similar members by sums in double precision, one member after the other.
  private func oracle(
    _ query: FaceEmbedding, _ members: [(MemberID, FaceEmbedding)]
  ) -> (member: MemberID, best: Double, second: Double?) {
    let sorted = members.map { ($0.0, query.similarity(to: $0.1)) }.sorted { $0.1 > $1.1 }
    return (sorted[0].0, sorted[0].1, sorted.count > 1 ? sorted[1].1 : nil)
  }

  @Test(
    "the search in 8 bits gives the answer of the search in all numbers, to the last bit",
    arguments: [1, 2, 3, 40, 1500])
  func quantisedEqualsExact(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let gallery = Gallery()
    var members: [(MemberID, FaceEmbedding)] = []
    for number in 1...count {
      // Many are alike, so that the two best are within the error of rounding.
      let embedding =
        number % 3 == 0 && number > 3
        ? Embeddings.near(members[number - 3].1, noise: 0.001, using: &generator)
        : Embeddings.random(using: &generator)
      members.append((MemberID(number: UInt64(number)), embedding))
      gallery.add(members[number - 1].0, embedding)
    }
    for round in 0..<300 {
      let query =
        round % 2 == 0
        ? Embeddings.random(using: &generator)
        : Embeddings.near(members[round % count].1, noise: 0.02, using: &generator)
      let found = try #require(gallery.nearest(to: query))
      #expect(found == gallery.nearestOfAll(to: query))
      let truth = oracle(query, members)
      #expect(abs(found.similarity - truth.best) < 1e-5)
      #expect(found.secondSimilarity.map { abs($0 - (truth.second ?? .nan)) < 1e-5 } ?? (truth.second == nil))
    }
  }

  @Test("numbers that round badly are found like all others")
  func hardNumbers() throws {
    let gallery = Gallery()
    // One number dwarfs the rest, so that rounding takes all of them away; and rows that differ there alone.
    for member in 1...20 {
      let row = Embeddings.made { $0 == 0 ? 1000 : ($0 == member ? 3.9 : 0) }
      gallery.add(MemberID(number: UInt64(member)), row)
    }
    for member in 1...20 {
      let query = Embeddings.made { $0 == 0 ? 1000 : ($0 == member ? 400 : 0) }
      let found = try #require(gallery.nearest(to: query))
      #expect(found == gallery.nearestOfAll(to: query))
      #expect(found.member.number == UInt64(member))
    }
  }

  @Test("of members who are alike to the last bit the first is found, and the margin is 0")
  func twins() throws {
    var generator = SeededGenerator(seed: 7)
    let gallery = Gallery()
    let face = Embeddings.random(using: &generator)
    for number in [5, 3] as [UInt64] {
      gallery.add(MemberID(number: number), face)
    }
    let found = try #require(gallery.nearest(to: face))
    #expect(found.member.number == 5 && found.secondSimilarity == found.similarity)
    #expect(MatchRule(minimumSimilarity: 0.5, minimumMargin: 0.01).member(found) == nil)
  }

  @Test("who was removed is not found, and everybody else is")
  func removal() throws {
    var generator = SeededGenerator(seed: 11)
    let gallery = Gallery()
    let faces = (0..<50).map { _ in Embeddings.random(using: &generator) }
    for (index, face) in faces.enumerated() {
      gallery.add(MemberID(number: UInt64(index + 1)), face)
    }
    var present = Set(faces.indices)
    for index in faces.indices.shuffled(using: &generator) {
      gallery.remove(MemberID(number: UInt64(index + 1)))
      present.remove(index)
      for (number, face) in faces.enumerated() {
        let found = gallery.nearest(to: face)
        let isFound = found.map { $0.member.number == UInt64(number + 1) && $0.similarity > 0.9999 } ?? false
        #expect(isFound == present.contains(number))
      }
    }
    #expect(gallery.nearest(to: faces[0]) == nil)
  }

  @Test("among 100,000 members both searches agree; their times are printed")
  func large() throws {
    var generator = SeededGenerator(seed: 5)
    let gallery = Gallery()
    gallery.reserve(100_000)
    var sample: [FaceEmbedding] = []
    for number in 1...100_000 as ClosedRange<UInt64> {
      let face = Embeddings.made { _ in
        Float.random(in: -1...1, using: &generator) + Float.random(in: -1...1, using: &generator)
      }
      gallery.add(MemberID(number: number), face)
      if number.isMultiple(of: 2500) { sample.append(face) }
    }
    // Of the processor: what other programs take besides is not the search's.
    var (quick, exact): ([Double], [Double]) = ([], [])
    func milliseconds(_ work: () -> Void) -> Double {
      func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
      }
      let start = now()
      work()
      return now() - start
    }
    for face in sample {
      for query in [
        Embeddings.near(face, noise: 0.03, using: &generator), Embeddings.random(using: &generator),
      ] {
        var (first, second): (GalleryMatch?, GalleryMatch?)
        quick.append(milliseconds { first = gallery.nearest(to: query) })
        exact.append(milliseconds { second = gallery.nearestOfAll(to: query) })
        #expect(first == second && first != nil)
      }
    }
    print(
      "100,000 members: \(quick.sorted()[quick.count / 2]) ms in 8 bits, \(exact.sorted()[exact.count / 2]) exact"
    )
  }
}
