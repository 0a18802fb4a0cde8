import Foundation

/// Reads a file of lines block by block, so that one larger than memory can be read.
struct TextBlocks {
  private static let blockBytes = 4 << 20

  private let handle: FileHandle
  private let path: String
  private var rest: [UInt8] = []
  private var isAtStart = true
  private var isAtEnd = false

  /// Opens the file at `path`.
  /// - Throws: ``CommandError`` with status `noInput` when it can't be opened.
  init(path: String) throws {
    handle = try InputFile.handle(at: path)
    self.path = path
  }

  /// The next whole lines, a byte order mark left out; nil at the end of the file.
  /// - Throws: ``CommandError`` with status `io`.
  mutating func next() throws -> [UInt8]? {
    while !isAtEnd {
      let block = try InputFile.read(from: handle, upTo: Self.blockBytes, path)
      isAtEnd = block.isEmpty
      rest += block
      if isAtStart, rest.starts(with: InputFile.byteOrderMark) {
        rest.removeFirst(InputFile.byteOrderMark.count)
      }
      isAtStart = false
      guard !isAtEnd, let end = rest.lastIndex(of: UInt8(ascii: "\n")) else { continue }
      let lines = Array(rest[...end])
      rest.removeFirst(end + 1)
      return lines
    }
    defer { rest = [] }
    return rest.isEmpty ? nil : rest
  }
}
