import FootfallTestSupport
import Testing

extension BuiltProgram.Outcome {
  /// The lines on standard error that are no progress: on a busy machine there may be some.
  var messages: [Substring] {
    errorOutput.split(separator: "\n").filter { $0.wholeMatch(of: /[\w-]+: \d+ (of \d+ )?frames, .*/) == nil }
  }

  /// Checks that the program gave up in order: with this status, nothing on standard output, and one line on standard
  /// error that holds all `parts`.
  func expectRefusal(
    _ status: Int32, _ parts: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(self.status == status, "\(errorOutput)", sourceLocation: sourceLocation)
    #expect(!isTimedOut, sourceLocation: sourceLocation)
    #expect(output.isEmpty, sourceLocation: sourceLocation)
    #expect(messages.count == 1, "\(errorOutput)", sourceLocation: sourceLocation)
    #expect(messages.first?.hasPrefix("footfall: ") == true, "\(errorOutput)", sourceLocation: sourceLocation)
    #expect(errorOutput.hasSuffix("\n"), sourceLocation: sourceLocation)
    for part in parts {
      #expect(errorOutput.contains(part), "\(part) is not in: \(errorOutput)", sourceLocation: sourceLocation)
    }
  }
}
