/// The colours of one person's upper and lower body in one picture: 32 numbers, from which neither the picture nor a
/// face can be had.
///
/// It tells people apart who are in view within a few seconds of each other, and clothes that all of the staff wear from
/// others. It lives beside a box in memory; only that of a ``StaffUniform``, which is nobody's own, is ever written.
public struct Appearance: Hashable, Sendable {
  /// The number of colours, for each half of the body.
  public static let colours = 16
  /// The share of each colour, in 255ths: of the upper half, then of the lower half.
  ///
  /// Each half has six greys from black to white and ten hues from red over green to blue, and sums to about 255.
  public var shares: SIMD32<UInt8>

  /// Creates an appearance.
  @inlinable
  public init(shares: SIMD32<UInt8>) { self.shares = shares }

  /// How much of the colours two people have in common, 0 to 1: the intersection of the histograms (Swain and Ballard,
  /// Color indexing, IJCV 7, 1991, equation 1), of both halves together.
  @inlinable
  public func similarity(to other: Appearance) -> Double {
    let common = pointwiseMin(shares, other.shares)
    return Double(SIMD32<UInt16>(truncatingIfNeeded: common).wrappedSum()) / 510
  }
}
