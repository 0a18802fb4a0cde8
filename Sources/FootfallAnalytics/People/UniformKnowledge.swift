public import FootfallCore

/// How it is known who wears the uniform of the staff.
public enum UniformKnowledge: Sendable {
  /// By the colours of people as they are seen.
  case colours(StaffUniform)
  /// From an earlier analysis of the same tracks.
  case tracks(Set<TrackID>)

  /// Whether somebody wears it, who looked like this on average.
  func isWorn(by track: TrackID, _ looks: AppearanceMean) -> Bool {
    switch self {
    case .colours(let uniform): uniform.isWorn(by: looks)
    case .tracks(let tracks): tracks.contains(track)
    }
  }
}
