import Foundation

/// Something that the user should know although the work goes on: one line on standard error.
enum Warning {
  static func print(_ text: String) {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    FileHandle.standardError.write(Data("footfall: warning: \(line)\n".utf8))
  }
}
