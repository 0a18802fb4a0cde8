internal import Foundation

/// The logistic function, and its inverse on the open interval from 0 to 1.
enum Sigmoid {
  static func value(_ logit: Float) -> Double { 1 / (1 + exp(-Double(logit))) }

  static func logit(_ probability: Double) -> Double { log(probability / (1 - probability)) }
}
