import ArgumentParser

/// The commands that need `FootfallMembers`; none in a build without it.
enum MemberCommands {
  #if MEMBERS
    static let ofFootfall: [any ParsableCommand.Type] = [MembersCommand.self]
    static let ofEvaluate: [any ParsableCommand.Type] = [EvaluateFacesCommand.self]
  #else
    static let ofFootfall: [any ParsableCommand.Type] = []
    static let ofEvaluate: [any ParsableCommand.Type] = []
  #endif
}
