/// An analysis ended early because it was asked to.
public struct AnalysisCancelled: Error {}
