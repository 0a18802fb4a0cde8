import FootfallCore
import Foundation
import Testing

@Suite("Elementary functions")
struct ElementaryFunctionTests {
  @Test(
    "The logarithm is that of the C library",
    arguments: [1e-300, 1e-9, 0.1, 0.5, 0.7, 0.999, 1, 1.001, 1.414, 1.415, 2, 3, 10, 1e9, 1e300])
  func logarithm(number: Double) {
    let expected = log(number)
    #expect(abs(NaturalLogarithm.of(number) - expected) <= 4e-16 * max(1, abs(expected)))
  }

  @Test(
    "The exponential is that of the C library",
    arguments: [-744, -30.5, -1, -1e-9, 0, 1e-9, 0.3466, 0.5, 1, 2.718, 40, 699.9])
  func exponential(number: Double) {
    #expect(
      abs(ExponentialFunction.of(number) - exp(number)) <= 1e-15 * exp(number) + Double.leastNonzeroMagnitude)
  }

  @Test("Logarithm undoes exponential", arguments: [-50.0, -2, -0.1, 0.7, 3, 250])
  func inverse(number: Double) {
    #expect(abs(NaturalLogarithm.of(ExponentialFunction.of(number)) - number) < 1e-13)
  }
}
