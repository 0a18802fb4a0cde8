/// What this program calls itself in the files that it writes.
enum Generator {
  static let version = "0.1.0"
}
