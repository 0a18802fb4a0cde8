extension StaffLesson {
  /// Why marks teach nothing; marks count from 0.
  public enum Fault: Error, Hashable, Sendable {
    /// The recording ends before the moment of a mark.
    case beyondEnd(mark: Int)
    /// No box holds the position of a mark at its moment, at which so many people were in view.
    case nobodyThere(mark: Int, inView: Int)
    /// Whoever is marked is too small for colours to be told, or somebody always stands before them.
    case notSeenClearly(mark: Int)
    /// All that was marked was seen for so few pieces of ``pieceTime`` that nobody knows by how much looks differ.
    case seenTooShortly(pieces: Int)
    /// Nobody was seen who is not marked.
    case nobodyElse
    /// More than ``greatestShare`` of all people seen would wear the uniform.
    case everybodyAlike(StaffExamples)
    /// Somebody marked does not wear what the marked ones wear on average.
    case unlikeTheOthers(mark: Int, similarity: Double, least: Double)
  }
}
