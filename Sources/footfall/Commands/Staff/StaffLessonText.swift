import FootfallAnalytics

/// What a lesson about uniforms came to, in words.
enum StaffLessonText {
  /// One line: whom the uniform fits.
  static func summary(of examples: StaffExamples, at camera: String) -> String {
    let stray =
      examples.othersAlike > 0 ? ": staff whom nobody marked, or customers who dress like them" : ""
    return "\(camera): the uniform fits \(examples.staffAlike) of \(examples.staff) marked "
      + "and \(examples.othersAlike) of \(examples.others) others\(stray)"
  }

  /// Why nothing was learned, and what to do.
  static func sentence(of fault: StaffLesson.Fault, at camera: String) -> String {
    switch fault {
    case .beyondEnd: "mark is later than the recording ends; allowed: seconds within the recording"
    case .nobodyThere(_, let inView):
      "nobody is at this position then; in view: \(inView); expected a position on somebody who is followed"
    case .notSeenClearly:
      "whoever is marked is too small or hidden behind others; expected somebody 12 x 24 pixels or larger"
    case .seenTooShortly(let pieces):
      "camera '\(camera)': staff are seen for \(pieces) times 4 seconds; expected 3 times or more: mark more people"
    case .nobodyElse:
      "camera '\(camera)': nobody was seen but marked people; expected others to tell them from"
    case .everybodyAlike(let examples):
      "camera '\(camera)': the uniform fits \((examples.shareAlike * 100).fixed(0)) % of all people seen, "
        + "\(examples.staffAlike + examples.othersAlike) of \(examples.staff + examples.others); "
        + "allowed: up to \((StaffLesson.greatestShare * 100).fixed(0)) %, or it tells nobody from customers"
    case .unlikeTheOthers(_, let similarity, let least):
      "whoever is marked has \(similarity.fixed(2)) of their colours in common with all marked people; "
        + "expected \(least.fixed(2)) or more: marks are of people in the same clothes"
    }
  }
}

extension StaffLesson.Fault {
  /// The mark that is at fault, from 0; nil where all are together.
  var mark: Int? {
    switch self {
    case .beyondEnd(let mark), .nobodyThere(let mark, _), .notSeenClearly(let mark),
      .unlikeTheOthers(let mark, _, _):
      mark
    case .seenTooShortly, .nobodyElse, .everybodyAlike: nil
    }
  }
}
