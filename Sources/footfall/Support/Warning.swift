/// Something that the user should know although the work goes on: one line on standard error.
enum Warning {
  static func print(_ text: String) {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    StandardError.write("footfall: warning: \(line)\n")
  }
}
