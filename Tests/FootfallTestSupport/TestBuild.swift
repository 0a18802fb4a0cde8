/// How the tests were built.
public enum TestBuild {
  /// Whether the optimiser ran: measures of allocation and speed mean nothing without it.
  public static var isOptimized: Bool {
    #if DEBUG
      false
    #else
      true
    #endif
  }
}
