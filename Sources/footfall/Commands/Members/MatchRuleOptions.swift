import ArgumentParser
import FootfallMembers

/// When a face is a member's.
struct MatchRuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The lowest similarity of a match, -1 to 1; members threshold finds the one for your pictures.",
      valueName: "similarity"))
  var threshold = 0.5

  @Option(
    help: ArgumentHelp("How much less similar the second member must be, 0 to 1.", valueName: "similarity"))
  var margin = 0.05

  func validate() throws {
    if !(-1...1).contains(threshold) {
      throw ValidationError("--threshold is \(threshold); allowed: -1 to 1")
    }
    if !(0...1).contains(margin) { throw ValidationError("--margin is \(margin); allowed: 0 to 1") }
  }

  var rule: MatchRule { MatchRule(minimumSimilarity: threshold, minimumMargin: margin) }
}
