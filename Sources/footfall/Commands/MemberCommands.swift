import ArgumentParser

/// The commands that need `FootfallMembers`; none in a build without it.
enum MemberCommands {
  #if MEMBERS
    static let ofFootfall: [any ParsableCommand.Type] = [MembersCommand.self]
    static let ofEvaluate: [any ParsableCommand.Type] = [EvaluateFacesCommand.self]

    /// Opens the books for a running store, and the face models where it has cameras for them.
    /// - Throws: ``SceneError``, ``MembersError`` or ``VisionError``: nobody can be recognised.
    static func door(
      _ settings: SceneFile.Members, of desk: LiveDesk, _ sinks: SinkDesk
    ) throws -> any MemberDoor { try MemberStation(settings, desk, sinks) }
  #else
    static let ofFootfall: [any ParsableCommand.Type] = []
    static let ofEvaluate: [any ParsableCommand.Type] = []

    static func door(
      _ settings: SceneFile.Members, of desk: LiveDesk, _ sinks: SinkDesk
    ) throws -> any MemberDoor {
      throw CommandError("this footfall was built without recognition of members", .unavailable)
    }
  #endif
}
