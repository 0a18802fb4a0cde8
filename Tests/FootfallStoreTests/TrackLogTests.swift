import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallStore

@Suite("Track log")
struct TrackLogTests {
  typealias Frames = [(stamp: FrameStamp, people: [TrackLogSample])]

  @Test(
    "What comes out is what went in, within the stated bounds",
    arguments: [1, 2, 3] as [UInt64])
  func roundTripWithinTolerance(seed: UInt64) throws {
    print("seed \(seed)")
    let frames = TrackLogTests.randomWalk(seed: seed, frames: 5000)
    let (chunks, windows) = try TrackLogTests.coded(frames)
    #expect(chunks.count == 3)
    let stamps = windows.flatMap(\.frames)
    let people = windows.flatMap(\.people)
    try #require(stamps.map(\.number) == frames.map(\.stamp.number))
    for (index, frame) in frames.enumerated() {
      let slip = abs((stamps[index].time - frame.stamp.time).inSeconds)
      #expect(slip <= TrackLogChunk.toleranceOfTime.inSeconds + 1e-9)
      let expected = frame.people.sorted { $0.track < $1.track }
      try #require(people[index].map(\.track) == expected.map(\.track))
      for (sample, original) in zip(people[index], expected) {
        let errors = [
          sample.foot.x - original.foot.x, sample.foot.y - original.foot.y,
          sample.heightPixels - original.heightPixels,
        ]
        #expect(errors.allSatisfy { abs($0) <= TrackLogChunk.tolerancePixels + 1e-9 })
      }
    }
  }

  @Test("Durations add up to the time that was observed, holes left out")
  func durationsAreKept() throws {
    var frames = TrackLogTests.steady(0..<300, people: [])
    // Ten seconds during which the camera was away, the frame before lasting no longer for it.
    for index in 100..<300 { frames[index].stamp.time = frames[index].stamp.time + .seconds(10) }
    let (_, windows) = try TrackLogTests.coded(frames)
    let observed = windows.flatMap(\.frames).reduce(0.0) { $0 + $1.duration.inSeconds }
    #expect(abs(observed - 12) < 0.005)
  }

  @Test("Frames that a live source skipped are not made up")
  func skippedFramesStayAbsent() throws {
    let person = TrackLogSample(track: TrackID(1), foot: Point(10, 20), heightPixels: 90)
    let frames = TrackLogTests.steady([1, 2, 3, 7, 8, 20_000, 20_001], people: [person])
    let (_, windows) = try TrackLogTests.coded(frames)
    #expect(windows.flatMap(\.frames).map(\.number) == [1, 2, 3, 7, 8, 20_000, 20_001])
    #expect(windows.flatMap(\.people).allSatisfy { $0 == [person] })
  }

  @Test("Frames that show nothing are left out, but for those beside a seam")
  func passedFrames() throws {
    let blank = { (number: Int, seconds: Double) in
      FrameStamp(number: number, time: MediaTime(seconds: seconds), duration: .zero)
    }
    var log = TrackLogWriter()
    log.pass(blank(1, 0))
    log.pass(blank(2, 1))
    log.append(
      [TrackLogSample](), in: FrameStamp(number: 3, time: MediaTime(seconds: 2), duration: .seconds(1)))
    log.pass(blank(4, 3))
    log.pass(blank(5, 4))
    log.pass(blank(6, 60))
    log.pass(blank(7, 61))
    log.append(
      [TrackLogSample](), in: FrameStamp(number: 8, time: MediaTime(seconds: 90), duration: .seconds(1)))
    let frames = try log.finish().flatMap { try TrackLogWindow(decoding: $0).frames }
    #expect(frames.map(\.number) == [3, 5, 6, 7, 8])
    #expect(frames.map(\.duration) == [.seconds(1), .zero, .zero, .zero, .seconds(1)])
    #expect(frames.map(\.time.seconds) == [2, 4, 60, 61, 90])
  }

  @Test("A person who is away for some frames is not drawn through them")
  func absenceIsKept() throws {
    let person = TrackLogSample(track: TrackID(4), foot: Point(10, 20), heightPixels: 90)
    var frames = TrackLogTests.steady(1..<30, people: [person])
    for index in 10..<20 { frames[index].people = [] }
    let (_, windows) = try TrackLogTests.coded(frames)
    #expect(windows.flatMap(\.people).map(\.count) == frames.map(\.people.count))
  }

  @Test("Tentative tracks are not written")
  func onlyConfirmedTracks() throws {
    let box = BoundingBox(x: 10, y: 20, width: 30, height: 80)
    func snapshot(_ number: Int, _ state: TrackSnapshot.State) -> TrackSnapshot {
      TrackSnapshot(track: TrackID(number), box: box, score: 1, state: state, evidence: .observed)
    }
    var writer = TrackLogWriter()
    let stamp = FrameStamp(number: 1, time: .zero, duration: .milliseconds(40))
    writer.append([snapshot(1, .tentative), snapshot(2, .confirmed)], in: stamp)
    let windows = try writer.finish().map(TrackLogWindow.init(decoding:))
    let expected = TrackLogSample(track: TrackID(2), foot: Point(25, 100), heightPixels: 80)
    #expect(windows.map(\.people) == [[[expected]]])
  }

  @Test(
    "Whoever is confirmed later is in the log from the first sight on, across chunks too",
    arguments: [(10, 30), (2000, 2100), (2000, 2048), (2040, 4090)])
  func laterConfirmed(first: Int, confirmed: Int) throws {
    var writer = TrackLogWriter()
    for stamp in TrackLogTests.steady(1...6000, people: []).map(\.stamp) {
      let seen = (first...confirmed + 5).contains(stamp.number)
      let foot = Point(Double(stamp.number), 200)
      let person = TrackLogSample(
        track: TrackID(7), foot: foot, heightPixels: 90, isConfirmed: stamp.number >= confirmed)
      let stranger = TrackLogSample(track: TrackID(8), foot: foot, heightPixels: 90, isConfirmed: false)
      writer.append(seen ? [person, stranger] : [], in: stamp)
    }
    let windows = try writer.finish().map(TrackLogWindow.init(decoding:))
    #expect(windows.flatMap(\.frames).count == 6000)
    let people = zip(windows.flatMap(\.frames), windows.flatMap(\.people)).filter { !$0.1.isEmpty }
    #expect(people.map(\.0.number) == Array(first...confirmed + 5))
    #expect(people.allSatisfy { $0.1.map(\.track) == [TrackID(7)] })
    #expect(people.map { $0.1[0].isConfirmed } == people.map { $0.0.number >= confirmed })
    #expect(people.allSatisfy { abs($0.1[0].foot.x - Double($0.0.number)) <= TrackLogChunk.tolerancePixels })
  }

  @Test("A chunk of format 1 can still be read: everybody in it was confirmed")
  func firstFormat() throws {
    // Frames 3 and 4 at 0.1 and 0.2 s, then track 5 at (10, 20) and (12, 20), 90 pixels high.
    let bytes: [UInt8] = [
      1, 3, 1, 1, 2, 0, 208, 15, 1, 208, 15, 232, 7, 1, 10, 1, 2, 0, 80, 160, 1, 208, 5, 1, 16, 0, 0,
    ]
    let window = try TrackLogWindow(decoding: TrackLogChunk(firstFrame: 3, lastFrame: 4, bytes: bytes))
    #expect(window.frames.map(\.time) == [MediaTime(seconds: 0.1), MediaTime(seconds: 0.2)])
    let expected = [10.0, 12].map {
      [TrackLogSample(track: TrackID(5), foot: Point($0, 20), heightPixels: 90)]
    }
    #expect(window.people == expected)
  }

  @Test("Chunks can be drained while the log goes on")
  func drainsAsItGoes() throws {
    let frames = TrackLogTests.randomWalk(seed: 11, frames: 5000)
    var writer = TrackLogWriter()
    var drained: [TrackLogChunk] = []
    for frame in frames {
      writer.append(frame.people, in: frame.stamp)
      drained += writer.drain()
    }
    drained += writer.finish()
    #expect(drained == (try TrackLogTests.coded(frames)).chunks)
    #expect(writer.finish().isEmpty)
  }

  @Test("Numbers that are none do no harm")
  func strangeNumbers() throws {
    let samples = [Double.nan, .infinity, -.infinity, 1e300].enumerated().map { index, value in
      TrackLogSample(track: TrackID(index + 1), foot: Point(value, value), heightPixels: value)
    }
    let (_, windows) = try TrackLogTests.coded(TrackLogTests.steady(1..<5, people: samples))
    #expect(windows.flatMap(\.people).allSatisfy { $0.count == 4 })
  }

  @Test("Damaged chunks are an error or another log, never a crash", arguments: [21, 22, 23] as [UInt64])
  func damageIsSurvived(seed: UInt64) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let frames = TrackLogTests.randomWalk(seed: seed, frames: 200)
    let chunk = try #require(try TrackLogTests.coded(frames).chunks.first)
    var refused = 0
    for _ in 0..<2000 {
      var damaged = chunk
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 0..<damaged.bytes.count, using: &generator)
        damaged.bytes[index] = UInt8.random(in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) {
        damaged.bytes.removeLast(Int.random(in: 0..<damaged.bytes.count, using: &generator))
      }
      if (try? TrackLogWindow(decoding: damaged)) == nil { refused += 1 }
    }
    #expect(refused > 0)
    #expect(throws: VarintReader.Damage.self) {
      try TrackLogWindow(decoding: TrackLogChunk(firstFrame: 1, lastFrame: 1, bytes: []))
    }
  }

  @Test("A standing person costs next to nothing: less than 1 kB an hour")
  func standingPerson() throws {
    let standing = TrackLogSample(track: TrackID(1), foot: Point(300, 400), heightPixels: 150)
    let chunks = try TrackLogTests.coded(TrackLogTests.steady(0..<9000, people: [standing])).chunks
    let empty = try TrackLogTests.coded(TrackLogTests.steady(0..<9000, people: [])).chunks
    // Six minutes at 25 frames a second.
    print(
      "standing: \(TrackLogTests.size(chunks) * 10) bytes an hour, nobody: \(TrackLogTests.size(empty) * 10)")
    #expect(TrackLogTests.size(chunks) - TrackLogTests.size(empty) < 100)
  }

  @Test("People of real footage cost less than 100 kB an hour each", .enabled(if: SharedData.isPresent(pets)))
  func sizeOfRealTracks() throws {
    let text = try String(contentsOf: SharedData.root.appendingPathComponent(Self.pets), encoding: .utf8)
    var people: [Int: [TrackLogSample]] = [:]
    for row in text.split(whereSeparator: \.isNewline) {
      let fields = row.split(separator: ",").compactMap { Double($0) }
      let box = BoundingBox(x: fields[2], y: fields[3], width: fields[4], height: fields[5])
      people[Int(fields[0]), default: []].append(
        TrackLogSample(track: TrackID(Int(fields[1])), foot: box.footPoint, heightPixels: box.height))
    }
    var frames = TrackLogTests.steady(people.keys.sorted(), people: [])
    for index in frames.indices { frames[index].people = people[frames[index].stamp.number] ?? [] }
    let samples = people.values.reduce(0) { $0 + $1.count }
    let bytes = TrackLogTests.size(try TrackLogTests.coded(frames).chunks)
    // Ten frames a second.
    let perHour = Double(bytes) / (Double(samples) / 36_000)
    print("PETS09-S2L1: \(Int(perHour)) bytes per person-hour, \(Double(bytes) / Double(samples)) per sample")
    #expect(perHour < 100_000)
  }

  static let pets = "data/pets09-s2l1/gt.txt"

  static func size(_ chunks: [TrackLogChunk]) -> Int { chunks.reduce(0) { $0 + $1.bytes.count } }

  static func coded(_ frames: Frames) throws -> (chunks: [TrackLogChunk], windows: [TrackLogWindow]) {
    var writer = TrackLogWriter()
    for frame in frames { writer.append(frame.people, in: frame.stamp) }
    let chunks = writer.finish()
    return (chunks, try chunks.map(TrackLogWindow.init(decoding:)))
  }

  /// Frames with these numbers, 25 a second, and the same people in each.
  static func steady(_ numbers: some Sequence<Int>, people: [TrackLogSample]) -> Frames {
    numbers.map { number in
      let time = MediaTime(nanoseconds: Int64(number) * 40_000_000)
      return (FrameStamp(number: number, time: time, duration: .milliseconds(40)), people)
    }
  }

  /// People who come, wander with uneven speed, hide for a while and go; frames with the jitter of a container that
  /// rounds its times to milliseconds.
  static func randomWalk(seed: UInt64, frames count: Int) -> Frames {
    var generator = SeededGenerator(seed: seed)
    var people: [TrackLogSample] = []
    var next = 1
    let times = (0...count).map {
      MediaTime(nanoseconds: Int64((Double($0) * 1000 / 29.97).rounded()) * 1_000_000)
    }
    return (0..<count).map { index in
      if people.count < 6, Int.random(in: 0..<100, using: &generator) == 0 {
        people.append(TrackLogSample(track: TrackID(next), foot: Point(200, 300), heightPixels: 120))
        next += 1
      }
      people.removeAll { _ in Int.random(in: 0..<2000, using: &generator) == 0 }
      for person in people.indices {
        people[person].foot.x += Double.random(in: -1...2, using: &generator)
        people[person].foot.y += Double.random(in: -1...1, using: &generator)
        people[person].heightPixels += Double.random(in: -0.5...0.5, using: &generator)
      }
      let seen = people.filter { _ in Int.random(in: 0..<50, using: &generator) != 0 }
      let duration = times[index + 1] - times[index]
      return (FrameStamp(number: index + 1, time: times[index], duration: duration), seen.reversed())
    }
  }
}
