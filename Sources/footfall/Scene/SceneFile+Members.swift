import FootfallCore

extension SceneFile {
  /// How `footfall serve` recognises members, as written: the master key may name a secret.
  struct Members: Hashable, Sendable {
    /// A camera at which faces are looked for.
    struct Place: Hashable, Sendable {
      var camera: String
      /// Only of people whose feet are in one of these; empty for everybody at the camera.
      var zones: [String]
    }

    /// A program that is started for each member who comes or leaves.
    struct Hook: Hashable, Sendable {
      /// The path and the arguments.
      var command: [String]
      var timeout: Duration
    }

    /// From which similarity on a face is a member's.
    enum Threshold: Hashable, Sendable {
      case similarity(Double)
      /// What `footfall members threshold --json` has printed.
      case file(String)
    }

    /// The folder of the books; resolved against the folder of the scene file, as all paths are.
    var books: String
    var masterKey: Located<String>?
    var masterKeyFile: String?
    var threshold: Threshold
    var margin: Double
    /// Each camera once; none where members only check in.
    var places: [Place]
    var hooks: [Hook]

    /// The same without a place in the file, which may change and mean nothing.
    var withoutPlace: Members {
      var members = self
      members.masterKey?.position = .start
      return members
    }
  }
}
