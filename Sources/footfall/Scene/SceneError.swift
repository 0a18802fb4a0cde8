/// Why a scene file can't be used: one line which says where, what, the value and what is allowed.
struct SceneError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, as a program sees it.
  enum Kind: Hashable, Sendable {
    /// The file says something that is not allowed.
    case badData
    /// The file is absent or can't be read.
    case noInput
    /// The command names no camera, or one that the file does not have.
    case usage
  }

  var kind: Kind
  var path: String
  /// Where in the file; nil when the error concerns the file as a whole.
  var position: SourcePosition?
  /// What, the value, what is allowed; without the place.
  var message: String

  init(_ kind: Kind = .badData, path: String, at position: SourcePosition? = nil, _ message: String) {
    self.kind = kind
    self.path = path
    self.position = position
    self.message = message
  }

  /// `FILE:LINE:COLUMN: message`.
  var description: String {
    let place = position.map { "\(path):\($0)" } ?? path
    return "\(place): \(message)"
  }

  /// How a command ends that needed the file.
  var status: ExitStatus {
    switch kind {
    case .usage: .usage
    case .badData: .badData
    case .noInput: .noInput
    }
  }
}
