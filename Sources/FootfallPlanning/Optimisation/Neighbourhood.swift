public import FootfallCore

/// Chooses the part of an integer program that is solved anew while the rest is held.
///
/// For shift plans: some people over the whole time, or everybody on some days.
public protocol Neighbourhood: Sendable {
  /// The whole variables to let go; those with fractions are never held.
  /// - Parameters:
  ///   - share: About which share of all whole variables, above 0 and up to 1.
  ///   - incumbent: The best answer known, a value for each variable.
  ///   - generator: All randomness comes from here, so that a search can be repeated.
  func columns(
    share: Double, around incumbent: [Double], using generator: inout SplitMix64
  ) -> [IntegerProgram.Column]
}
